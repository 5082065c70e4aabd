using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>Endpoints that MVC brings in while a request is matched.</summary>
public sealed class DynamicEndpointTests
{
    [Theory]
    [InlineData("/guarded", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/guarded", "127.0.0.77", HttpStatusCode.Unauthorized)]
    [InlineData("/open", "127.0.0.77", HttpStatusCode.OK)]
    [InlineData("/silent", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("/required/guarded", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("/required/silent", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("/listed/silent", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/listed/silent", "127.0.0.77", HttpStatusCode.Unauthorized)]
    public async Task The_action_behind_a_fallback_is_guarded(string path, string from, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapFallbackToController("/guarded", "Guarded", "Plain");
                app.MapFallbackToController("/open", "Open", "Plain");
                app.MapFallbackToController("/silent", "Silent", "Plain");
                app.MapFallbackToController("/required/guarded", "Guarded", "Plain").RequireIpPolicy<TestPolicies.Elsewhere>();
                app.MapFallbackToController("/required/silent", "Silent", "Plain").RequireIpPolicy<TestPolicies.Elsewhere>();
                app.MapFallbackToController("/listed/silent", "Silent", "Plain").RequireIpPolicy<TestPolicies.Office>();
            },
            build: static builder => builder.Services.AddControllers().AddTestControllers());

        Assert.Equal(expected, await app.StatusAsync(path, from));
    }
}
