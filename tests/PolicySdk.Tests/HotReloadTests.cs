using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>What hot reload changes is asked anew.</summary>
public sealed class HotReloadTests
{
    [Fact]
    public async Task Proxies_are_read_again_and_none_refuses()
    {
        TestClientAddresses.Reloaded.Proxies = ["127.0.0.1/32"];
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(),
            static options => options.UseClientAddress<TestClientAddresses.Reloaded>());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));

        Reload("127.0.0.2/32");
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2"));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.1"));

        Reload();
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.1"));
        Assert.Equal("invalid_policy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static void Reload(params string[] proxies)
    {
        TestClientAddresses.Reloaded.Proxies = proxies;
        IpPolicyCache.ClearCache(null);
    }
}
