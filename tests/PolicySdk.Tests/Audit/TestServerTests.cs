using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Audit;

/// <summary>Every host is audited, whatever serves it.</summary>
public sealed class TestServerTests
{
    [Fact]
    public async Task A_test_server_is_audited()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/silent", static () => "ok"), build: static builder => builder.WebHost.UseTestServer());

        Assert.Single(app.AuditLogs, static record => record.Id.Id == 7);
    }

    [Fact]
    public async Task A_test_server_does_not_start_with_an_unprotected_endpoint() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => TestApp.StartAsync(
            static app => app.MapGet("/silent", static () => "ok"),
            static options => options.StopOnUnprotectedEndpoints = true,
            static builder => builder.WebHost.UseTestServer()));

    [Fact]
    public async Task A_host_with_a_startup_of_its_own_is_audited()
    {
        using var host = new HostBuilder()
            .ConfigureLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging())
            .ConfigureWebHost(static web => web.UseTestServer().ConfigureServices(static services => services.AddIpPolicies()).Configure(static app =>
            {
                app.UseRouting();
                app.UseEndpoints(static endpoints => endpoints.MapGet("/silent", static () => "ok"));
            }))
            .Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            host.Services.GetFakeLogCollector().GetSnapshot(),
            static record => record.Message == "2 policies, 6 entries, 0 endpoints protected, 0 open, 1 refused");
    }

    [Fact]
    public async Task A_host_without_a_server_is_audited()
    {
        using var host = new HostBuilder()
            .ConfigureLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging())
            .ConfigureServices(static services => services.AddIpPolicies())
            .Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            host.Services.GetFakeLogCollector().GetSnapshot(),
            static record => record.Message == "2 policies, 6 entries, 0 endpoints protected, 0 open, 0 refused");
    }
}
