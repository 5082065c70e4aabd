using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>Controllers without endpoint routing are no endpoints, so that nothing guards them.</summary>
public sealed class LegacyRoutingTests
{
    [Fact]
    public async Task They_keep_the_application_from_starting()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(static app => app.UseMvc(), build: Add));

        Assert.Contains("EnableEndpointRouting is false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_of_the_whole_application_stands_in_front_of_them()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseIpPolicy<TestPolicies.Office>();
                app.UseMvcWithDefaultRoute();
            },
            static options => options.AllowEndpointsWithoutPolicy = true,
            Add);

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync("/nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/nobody", "127.0.0.77"));
    }

    private static void Add(WebApplicationBuilder builder) => builder.Services.AddMvc(static options => options.EnableEndpointRouting = false);
}
