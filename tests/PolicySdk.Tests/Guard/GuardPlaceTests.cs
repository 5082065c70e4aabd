using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Guard;

/// <summary><c>UseIpPolicy</c> among other middleware: what reads the client's address, stores answers, or runs the pipeline again.</summary>
public sealed class GuardPlaceTests
{
    private const string Stranger = "127.0.0.77";

    [Theory]
    [InlineData(false, "127.0.0.1", "127.0.0.2", HttpStatusCode.OK)]
    [InlineData(false, "127.0.0.1", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData(false, "127.0.0.1", "127.0.0.2, 127.0.0.77", HttpStatusCode.Unauthorized)]
    [InlineData(false, Stranger, "127.0.0.2", HttpStatusCode.Unauthorized)]
    [InlineData(false, "127.0.0.2", Stranger, HttpStatusCode.OK)]
    [InlineData(true, "127.0.0.1", "127.0.0.2", HttpStatusCode.Unauthorized)] // the proxy is in the list, and no client
    [InlineData(true, "127.0.0.1", Stranger, HttpStatusCode.Unauthorized)]
    [InlineData(true, "127.0.0.2", Stranger, HttpStatusCode.OK)]
    public async Task Forwarded_headers_come_first(bool isTooEarly, string from, string forwardedFor, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                _ = isTooEarly ? app.UseIpPolicy<TestPolicies.Office>() : app.UseForwardedHeaders();
                _ = isTooEarly ? app.UseForwardedHeaders() : app.UseIpPolicy<TestPolicies.Office>();
                app.Run(static context => context.Response.WriteAsync("ok"));
            },
            static options => options.UseClientAddress<TestClientAddresses.Loopback>());

        Assert.Equal(expected, await app.StatusAsync("/", from, ("X-Forwarded-For", forwardedFor)));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_stored_answer_is_served_to_nobody_whom_it_refuses(bool isBehindTheCache, int runs)
    {
        var ran = 0;
        await using var app = await TestApp.StartAsync(
            app =>
            {
                _ = isBehindTheCache ? app.UseOutputCache() : app.UseIpPolicy<TestPolicies.Office>();
                _ = isBehindTheCache ? app.UseIpPolicy<TestPolicies.Office>() : app.UseOutputCache();
                app.MapGet("/", () => ++ran).AllowAnyAddress("guarded as a whole").CacheOutput();
            },
            build: static builder => builder.Services.AddOutputCache());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Stranger));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(runs, ran);
    }

    [Fact]
    public async Task An_exception_handler_that_runs_the_pipeline_again_comes_by_it()
    {
        var pages = 0;
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseExceptionHandler("/error");
            app.Use(static (context, next) => context.Request.Path == "/throws" ? throw new FormatException() : next(context));
            app.UseIpPolicy<TestPolicies.Office>();
            app.Map("/error", branch => branch.Run(context => context.Response.WriteAsync($"page {++pages}")));
            app.MapGet("/fails", static string () => throw new FormatException()).RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/fails", Stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/throws", Stranger));
        Assert.Equal(0, pages);
        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/throws"));
        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/fails"));
        Assert.Equal(2, pages);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")] // answered without a body, so that a page takes its place
    public async Task Pages_for_status_codes_come_by_it(string method)
    {
        var pages = 0;
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseStatusCodePagesWithReExecute("/status");
            app.UseIpPolicy<TestPolicies.Office>();
            app.Map("/status", branch => branch.Run(context =>
            {
                pages++;
                context.Response.StatusCode = 200;
                return Task.CompletedTask;
            }));
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Stranger));
        Assert.Equal(0, pages);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("127.0.0.1"));
        Assert.Equal(1, pages);

        async Task<HttpStatusCode> StatusAsync(string from)
        {
            using var response = await app.SendAsync(new(new(method), "/nowhere"), from);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    public async Task A_short_circuited_endpoint_comes_by_it_only_before_routing(bool isBeforeRouting, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseIpPolicy<TestPolicies.Office>();
            if (isBeforeRouting)
            {
                app.UseRouting();
            }

            app.MapGet("/open", static () => "ok").AllowAnyAddress("probed").ShortCircuit();
            app.MapGet("/office", static () => "ok").RequireIpPolicy<TestPolicies.Office>().ShortCircuit();
        });

        Assert.Equal(expected, await app.StatusAsync("/open", Stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/office", Stranger));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/office"));
    }
}
