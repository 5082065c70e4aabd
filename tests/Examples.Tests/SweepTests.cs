using Examples.Tests.Controllers;
using Examples.Tests.SignalRAndGrpc;
using Microsoft.AspNetCore.Mvc.Testing;
using PolicySdk.Testing;

namespace Examples.Tests;

/// <summary>Sweeps of endpoints that are not minimal ones: actions, pages, hubs, gRPC services, static files.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Actions_and_pages_are_requested()
    {
        await using var server = new ControllersServer();

        var report = await RefusedAsync(server, "/healthz", "/Status", "GET /api/deliveries/formats");

        Assert.Equal(["/", "/Index", "/Missing", "/Operations/Lists", "/api/catalog", "/api/deliveries", "/api/portfolios", "/api/portfolios/{name}/freeze", "/{*path:nonfile}"], Routes(report));
    }

    [Fact]
    public async Task Hubs_and_services_are_requested()
    {
        await using var server = new SignalRAndGrpcServer();

        var report = await RefusedAsync(server, "/healthz", "/prices.Prices/ListSymbols");

        Assert.Equal(["/live/desk", "/live/desk/negotiate", "/live/prices", "/live/prices/negotiate", "/prices.Desk/Set", "/prices.Prices/Get", "/prices.Prices/Watch"], Routes(report));
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("127.0.0.4")]
    [InlineData("198.18.0.1")]
    public async Task Actions_and_pages_do_as_declared(string address)
    {
        await using var server = new ControllersServer();
        await using var host = server.WithTestCallers();

        await host.SweepFrom(address).ExceptStaticAssets().ExpectAsDeclaredAsync();
    }

    [Fact]
    public async Task The_forms_of_a_static_asset_are_one_line_of_the_inventory()
    {
        await using var server = new ControllersServer();

        Assert.Equal(
            ["/site.css", "/site.css.gz", "/{**path:file}"],
            ExposureInventory.Read(server.Services).Where(static line => line.Contains("| static |", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1]));
    }

    private static IEnumerable<string> Routes(SweepReport report) => report.Answers.Select(static answer => answer.Route).Distinct();

    private static async Task<SweepReport> RefusedAsync<T>(WebApplicationFactory<T> server, params string[] open)
        where T : class
    {
        await using var host = server.WithTestCallers();
        return await host.SweepFrom("198.18.0.1").Except(open).ExceptStaticAssets().ExpectRefusedAsync();
    }
}
