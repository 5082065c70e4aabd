using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>What a class says is nearer than what it inherits, and nearer than what is said where it is mapped among others.</summary>
public sealed class InheritedAttributeTests
{
    private const string Listed = "127.0.0.1";
    private const string Stranger = "127.0.0.77";

    [Theory]
    [InlineData("/guarded", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/guarded", Listed, HttpStatusCode.OK)]
    [InlineData("/opened", Stranger, HttpStatusCode.OK)]
    [InlineData("/method/guarded", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/method/opened", Stranger, HttpStatusCode.OK)]
    [InlineData("/both", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/both/method", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData("/both/method", Listed, HttpStatusCode.OK)]
    public async Task A_controller_is_nearer_than_its_base(string path, string from, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapControllers(),
            build: static builder => builder.Services.AddControllers().ConfigureApplicationPartManager(static manager =>
            {
                manager.ApplicationParts.Clear();
                manager.FeatureProviders.Add(new Nested());
            }));

        Assert.Equal(expected, await app.StatusAsync(path, from));
    }

    [Theory]
    [InlineData("/guarded/negotiate?negotiateVersion=1", HttpStatusCode.Unauthorized)]
    [InlineData("/opened/negotiate?negotiateVersion=1", HttpStatusCode.OK)]
    public async Task A_hub_is_nearer_than_its_base(string path, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapHub<GuardedHub>("/guarded");
                app.MapHub<OpenedHub>("/opened");
            },
            build: static builder => builder.Services.AddSignalR());

        using var response = await app.SendAsync(new HttpRequestMessage(HttpMethod.Post, path), Stranger);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("/opening/hub", HttpStatusCode.Unauthorized)]
    [InlineData("/opening/connection", HttpStatusCode.Unauthorized)]
    [InlineData("/closing/hub", HttpStatusCode.OK)]
    public async Task A_class_is_nearer_than_the_call_that_maps_it(string path, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapHub<GuardedHub>("/opening/hub").AllowAnyAddress("a prototype");
                app.MapConnectionHandler<GuardedConnection>("/opening/connection").AllowAnyAddress("a prototype");
                app.MapHub<OpenedHub>("/closing/hub").RequireIpPolicy<TestPolicies.Office>();
            },
            build: static builder => builder.Services.AddSignalR());

        using var response = await app.SendAsync(new HttpRequestMessage(HttpMethod.Post, path + "/negotiate?negotiateVersion=1"), Stranger);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task What_is_chained_is_nearer_than_the_attribute_of_a_lambda()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGet("/opened", [RequireIpPolicy<TestPolicies.Office>] () => "ok").AllowAnyAddress("shown to everybody");
            app.MapGet("/guarded", [AllowAnyAddress("a prototype")] () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/opened", Stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/guarded", Stranger));
    }

    [Theory]
    [InlineData("/component", HttpStatusCode.Unauthorized)]
    [InlineData("/derived", HttpStatusCode.Unauthorized)]
    public async Task Opening_all_components_leaves_their_attributes_in_force(string path, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseAntiforgery();
                app.MapRazorComponents<Root>().AllowAnyAddress("a prototype");
            },
            build: static builder => builder.Services.AddRazorComponents());

        Assert.Equal(expected, await app.StatusAsync(path, Stranger));
    }

    [AllowAnyAddress("a prototype")]
    internal abstract class OpenBase : ControllerBase
    {
        [AllowAnyAddress("a prototype")]
        public virtual string Guarded() => "ok";

        [RequireIpPolicy<TestPolicies.Office>]
        public virtual string Opened() => "ok";
    }

    [RequireIpPolicy<TestPolicies.Office>]
    internal abstract class GuardedBase : ControllerBase;

    [Microsoft.AspNetCore.Mvc.Route("guarded")]
    [RequireIpPolicy<TestPolicies.Office>]
    internal sealed class GuardedController : OpenBase
    {
        [HttpGet]
        public string Get() => "ok";
    }

    [Microsoft.AspNetCore.Mvc.Route("opened")]
    [AllowAnyAddress("shown to everybody")]
    internal sealed class OpenedController : GuardedBase
    {
        [HttpGet]
        public string Get() => "ok";
    }

    [Microsoft.AspNetCore.Mvc.Route("method")]
    internal sealed class MethodController : OpenBase
    {
        [HttpGet("guarded")]
        [RequireIpPolicy<TestPolicies.Office>]
        public override string Guarded() => "ok";

        [HttpGet("opened")]
        [AllowAnyAddress("shown to everybody")]
        public override string Opened() => "ok";
    }

    [Microsoft.AspNetCore.Mvc.Route("both")]
    [RequireIpPolicy<TestPolicies.Office>]
    [AllowAnyAddress("a contradiction")]
    internal sealed class BothController : ControllerBase
    {
        [HttpGet]
        public string Get() => "ok";

        [HttpGet("method")]
        [RequireIpPolicy<TestPolicies.Office>]
        [AllowAnyAddress("a contradiction")]
        public string Method() => "ok";
    }

    [AllowAnyAddress("a prototype")]
    internal abstract class OpenHub : Hub;

    [RequireIpPolicy<TestPolicies.Office>]
    internal abstract class RestrictedHub : Hub;

    [RequireIpPolicy<TestPolicies.Office>]
    internal sealed class GuardedHub : OpenHub;

    [AllowAnyAddress("shown to everybody")]
    internal sealed class OpenedHub : RestrictedHub;

    [RequireIpPolicy<TestPolicies.Office>]
    internal sealed class GuardedConnection : ConnectionHandler
    {
        public override Task OnConnectedAsync(ConnectionContext connection) => Task.CompletedTask;
    }

    /// <summary>A root that shows nothing.</summary>
    public sealed class Root : ComponentBase;

    /// <summary>A page with its policy on the class.</summary>
    [Microsoft.AspNetCore.Components.Route("/component")]
    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class GuardedComponent : ComponentBase;

    /// <summary>A base that is open.</summary>
    [AllowAnyAddress("a prototype")]
    public abstract class OpenComponent : ComponentBase;

    /// <summary>A page with its policy on the class, and an open base.</summary>
    [Microsoft.AspNetCore.Components.Route("/derived")]
    [RequireIpPolicy<TestPolicies.Office>]
    public sealed class DerivedComponent : OpenComponent;

    private sealed class Nested : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            foreach (var type in new[] { typeof(GuardedController), typeof(OpenedController), typeof(MethodController), typeof(BothController) })
            {
                feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(type));
            }
        }
    }
}
