using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace PolicySdk.Tests.Guard;

/// <summary><c>UseIpPolicy</c> stands in front of all that a request may lead to.</summary>
public sealed class WhatIsGuardedTests
{
    private const string File = "PolicySdk.Tests.deps.json";

    [Theory]
    [InlineData("/files/" + File)]
    [InlineData("/server/" + File)]
    [InlineData("/server/")]
    [InlineData("/health")]
    [InlineData("/branch/any")]
    [InlineData("/branch/inner/any")]
    [InlineData("/any?when=1")]
    [InlineData("/endpoint")]
    [InlineData("/open")]
    [InlineData("/left/over")]
    public async Task Everything_behind_it(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync(path, "127.0.0.77"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(path));
    }

    [Fact]
    public async Task A_web_socket()
    {
        await using var app = await StartAsync();
        using var listed = new TestCaller("127.0.0.1");
        using var stranger = new TestCaller("127.0.0.77");

        Assert.Equal(401, await stranger.StatusAsync(app.BaseAddress, TestRequests.WebSocket("/socket")));
        Assert.Equal(101, await listed.StatusAsync(app.BaseAddress, TestRequests.WebSocket("/socket")));
    }

    [Fact]
    public async Task What_is_not_there()
    {
        await using var app = await TestApp.StartAsync(static app => app.UseIpPolicy<TestPolicies.Office>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/nowhere", "127.0.0.77"));
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync("/nowhere"));
    }

    [Fact]
    public async Task A_branch_alone()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.Map("/internal", static branch =>
            {
                branch.UseIpPolicy<TestPolicies.Office>();
                branch.Run(Answer);
            });
            app.Run(Answer);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/internal/any", "127.0.0.77"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/internal/any"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.77"));
    }

    [Theory]
    [InlineData("/healthz", "127.0.0.77", HttpStatusCode.OK)]
    [InlineData("/HEALTHZ", "127.0.0.77", HttpStatusCode.OK)]
    [InlineData("/healthz2", "127.0.0.77", HttpStatusCode.Unauthorized)]
    [InlineData("/", "127.0.0.77", HttpStatusCode.Unauthorized)]
    [InlineData("/", "127.0.0.1", HttpStatusCode.OK)]
    public async Task All_but_what_a_condition_leaves_out(string path, string from, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseWhen(
                static context => !context.Request.Path.StartsWithSegments("/healthz"), static guarded => guarded.UseIpPolicy<TestPolicies.Office>());
            app.Run(Answer);
        });

        Assert.Equal(expected, await app.StatusAsync(path, from));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        static app =>
        {
            var files = new PhysicalFileProvider(AppContext.BaseDirectory);
            app.UseIpPolicy<TestPolicies.Office>();
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/files" });
            app.UseFileServer(new FileServerOptions { FileProvider = files, RequestPath = "/server", EnableDirectoryBrowsing = true });
            app.UseHealthChecks("/health");
            app.UseWebSockets();
            app.Map("/socket", static branch => branch.Run(static async context => (await context.WebSockets.AcceptWebSocketAsync()).Dispose()));
            app.Map("/branch", static branch => branch.Map("/inner", static inner => inner.Run(Answer)).Run(Answer));
            app.MapWhen(static context => context.Request.Query.ContainsKey("when"), static branch => branch.Run(Answer));
            app.UseRouting();
            app.UseEndpoints(static _ => { });
            app.Run(Answer);
            app.MapGet("/endpoint", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapGet("/open", static () => "ok").AllowAnyAddress("probed");
        },
        build: static builder => builder.Services.AddDirectoryBrowser().AddHealthChecks());

    private static Task Answer(HttpContext context) => context.Response.WriteAsync("ok");
}
