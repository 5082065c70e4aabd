using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using TestedApp;

namespace PolicySdk.Testing.Tests.Exposure;

public sealed class ExposureInventoryTests
{
    [Fact]
    public async Task The_committed_file_says_what_the_application_exposes()
    {
        await using var factory = new AppFactory();

        ExposureInventory.Verify(factory);
    }

    [Fact]
    public async Task Lines_say_who_can_reach_what()
    {
        await using var factory = new AppFactory();

        var lines = ExposureInventory.Read(factory.Services);

        Assert.Contains("GET /healthz | http | OPEN to any address: probed by the load balancer", lines);
        Assert.Contains("GET /admin | http | admin | enforced | 24 v4, 0 v6 | any client 24 v4, 0 v6", lines);
        Assert.Contains("GET /trial | http | trial | REPORTS ONLY until 2099-12-31 | 1 v4, 0 v6 | any client 1 v4, 0 v6", lines);
        Assert.Contains("GET /v1/prices/{symbol} | http | api | enforced | 72 v4, 2^80 v6 | any client 91 v4, 2^80 v6", lines);
        Assert.Contains("api | birch-prod | 88 v4, 2^80 v6", lines);
    }

    [Theory]
    [InlineData("open", "+ GET /new | http | OPEN to any address: debugging")]
    [InlineData("forgotten", "+ GET /new | http | REFUSED: it has neither a policy nor a reason to be open")]
    [InlineData("two", "+ GET /new | http | admin and api | enforced | 24 v4, 0 v6 | any client 24 v4, 0 v6")]
    [InlineData("mixed", "+ GET /new | http | admin and trial | enforced, but trial REPORTS ONLY until 2099-12-31 | 24 v4, 0 v6 | any client 24 v4, 0 v6")]
    public async Task A_new_endpoint_makes_the_file_stale(string kind, string line)
    {
        await using var factory = new AppFactory(endpoints => Map(endpoints, kind));

        var failure = Assert.Throws<PolicyTestException>(() => ExposureInventory.Verify(factory));

        Assert.Contains(line, failure.Message, StringComparison.Ordinal);
        Assert.Contains("POLICYSDK_ACCEPT_EXPOSURE=1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_environment_has_other_sizes()
    {
        await using var factory = new AppFactory();

        Assert.Contains("api | acme-prod | 76 v4, 2^80 v6", ExposureInventory.Read(factory.Services, "Development"));
        Assert.Contains("api | acme-prod | 75 v4, 2^80 v6", ExposureInventory.Read(factory.Services));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string kind)
    {
        var endpoint = endpoints.MapGet("/new", static () => "ok");
        _ = kind switch
        {
            "open" => endpoint.AllowAnyAddress("debugging"),
            "two" => endpoint.RequireIpPolicy<IpPolicies.Api>().RequireIpPolicy<IpPolicies.Admin>(),
            "mixed" => endpoint.RequireIpPolicy<IpPolicies.Trial>().RequireIpPolicy<IpPolicies.Admin>(),
            _ => endpoint,
        };
    }
}
