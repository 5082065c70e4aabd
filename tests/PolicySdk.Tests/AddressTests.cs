using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>The caller's address as the listener gives it.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.9", HttpStatusCode.Unauthorized)]
    [InlineData("::1", "::1", HttpStatusCode.OK)]
    public async Task A_caller_of_a_listener_for_both_families_is_matched_by_its_own(string listener, string from, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(),
            build: TestListener.On(listener));

        Assert.Equal(expected, await app.StatusAsync("/", from));
        Assert.Contains($" from {from},", Assert.Single(app.Logs).Message, StringComparison.Ordinal);
    }
}
