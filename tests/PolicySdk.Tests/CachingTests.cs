using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>A stored answer would be served without asking the policy, so answers of guarded endpoints are not stored.</summary>
public sealed class CachingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Output_caching_does_not_open_a_guarded_endpoint(bool isEarly)
    {
        await using var app = await StartAsync(isEarly, static endpoint => endpoint.RequireIpPolicy<TestPolicies.Partner>());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77"));
    }

    [Fact]
    public async Task Who_asks_while_an_answer_is_made_for_another_is_not_given_it()
    {
        var isMade = new TaskCompletionSource();
        var isAsked = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/", async () =>
                {
                    isAsked.SetResult();
                    await isMade.Task;
                    return "ok";
                }).CacheOutput().RequireIpPolicy<TestPolicies.Office>();
            },
            build: static builder => builder.Services.AddOutputCache());

        var listed = app.StatusAsync("/");
        await isAsked.Task;
        var stranger = app.StatusAsync("/", "127.0.0.77");
        await Task.Delay(100, TestContext.Current.CancellationToken);
        isMade.SetResult();

        Assert.Equal(HttpStatusCode.OK, await listed);
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger);
    }

    [Fact]
    public async Task Output_caching_works_for_an_endpoint_that_any_address_may_call()
    {
        var runs = 0;
        await using var app = await StartAsync(isEarly: false, static endpoint => endpoint.AllowAnyAddress("documentation"), () => runs++);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.77"));
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("private, max-age=60")]
    [InlineData("max-age=60")]
    public async Task Response_caching_stores_nothing_that_is_not_marked_public(string? cacheControl)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseResponseCaching();
                app.MapGet("/", (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = cacheControl;
                    return "ok";
                }).RequireIpPolicy<TestPolicies.Office>();
            },
            build: static builder => builder.Services.AddResponseCaching());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77"));
    }

    private static Task<TestApp> StartAsync(bool isEarly, Action<RouteHandlerBuilder> restrict, Action? run = null) => TestApp.StartAsync(
        app =>
        {
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            app.UseOutputCache();
            restrict(app.MapGet("/", () =>
            {
                run?.Invoke();
                return "ok";
            }).CacheOutput());
        },
        build: static builder => builder.Services.AddOutputCache());
}
