using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>A policy where nobody can tell whether a request will come by it holds for all that may be meant.</summary>
public sealed class MemberPolicyTests
{
    private const string Stranger = "127.0.0.77";

    [Fact]
    public async Task A_policy_on_a_method_of_a_hub_holds_for_the_hub()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapHub<Chat>("/chat"), build: static builder => builder.Services.AddSignalR());
        using var fromOffice = new HttpRequestMessage(HttpMethod.Post, "/chat/negotiate?negotiateVersion=1");
        using var fromElsewhere = new HttpRequestMessage(HttpMethod.Post, "/chat/negotiate?negotiateVersion=1");

        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(fromOffice)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync(fromElsewhere, Stranger)).StatusCode);
    }

    [Theory]
    [InlineData(nameof(Form.OnGet))]
    [InlineData(nameof(Form.OnPost))]
    public async Task A_policy_on_a_handler_of_a_page_holds_for_the_page(string handler)
    {
        var action = new CompiledPageActionDescriptor
        {
            PageTypeInfo = typeof(object).GetTypeInfo(),
            HandlerTypeInfo = typeof(Form).GetTypeInfo(),
            HandlerMethods = [new HandlerMethodDescriptor { MethodInfo = typeof(Form).GetMethod(handler)! }],
        };
        await using var app = await TestApp.StartAsync(app =>
            app.Map("/", static () => "ok").WithMetadata(action, new AllowAnyAddressAttribute("a public form")));

        Assert.Equal(handler == nameof(Form.OnPost) ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, await app.StatusAsync("/", Stranger));
    }

    [Fact]
    public async Task A_policy_and_a_reason_to_be_open_on_one_handler_have_no_order()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGet("/policy-first", [RequireIpPolicy<TestPolicies.Office>, AllowAnyAddress("a test")] static () => "ok");
            app.MapGet("/opening-first", [AllowAnyAddress("a test"), RequireIpPolicy<TestPolicies.Office>] static () => "ok");
            app.MapGet("/method", BothOnMethod);
            app.MapGet("/chained", [RequireIpPolicy<TestPolicies.Office>, AllowAnyAddress("a test")] static () => "ok").AllowAnyAddress("chained is nearer");
        });

        foreach (var path in (string[])["/policy-first", "/opening-first", "/method"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(path, Stranger));
            Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(path));
        }

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/chained", Stranger));
    }

    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("a test")]
    private static string BothOnMethod() => "ok";

    [AllowAnyAddress("anybody may chat")]
    public sealed class Chat : Hub
    {
        [RequireIpPolicy<TestPolicies.Office>]
        public string Secret() => Context.ConnectionId;
    }

    public sealed class Form : PageModel
    {
        public void OnGet() => ViewData.Clear();

        [RequireIpPolicy<TestPolicies.Office>]
        public void OnPost() => ViewData.Clear();
    }
}
