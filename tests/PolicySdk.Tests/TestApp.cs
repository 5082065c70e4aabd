using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace PolicySdk.Tests;

/// <summary>An application on real Kestrel, called from any address of the loopback network.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    /// <summary>Noon of the day before <see cref="TestPolicies.LastDay"/>.</summary>
    internal static readonly DateTimeOffset Start = new(2030, 1, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private TestApp(WebApplication app)
    {
        _app = app;
        Requests = new(app.Services.GetRequiredService<IMeterFactory>(), "PolicySdk", "policysdk.requests");
    }

    internal MetricCollector<long> Requests { get; }

    internal IServiceProvider Services => _app.Services;

    internal FakeTimeProvider Time => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    internal IReadOnlyList<FakeLogRecord> AllLogs => _app.Services.GetFakeLogCollector().GetSnapshot();

    internal IReadOnlyList<FakeLogRecord> Logs => [.. AllLogs.Where(static record => record.Category == "PolicySdk.IpPolicies")];

    internal IReadOnlyList<FakeLogRecord> AuditLogs => [.. AllLogs.Where(static record => record.Category == "PolicySdk.IpPolicies.Audit")];

    internal Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    internal static Task<TestApp> StartAsync(
        Action<WebApplication> map,
        Action<IpPolicyOptions>? options = null,
        Action<WebApplicationBuilder>? build = null,
        string environment = "Production") => StartCoreAsync(
            map,
            builder =>
            {
                builder.Services.AddIpPolicies(options ?? (static _ => { }));
                build?.Invoke(builder);
            },
            environment);

    internal static async Task<TestApp> StartCoreAsync(
        Action<WebApplication> map, Action<WebApplicationBuilder> build, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Start));
        build(builder);
        var app = builder.Build();
        map(app);
        var started = new TestApp(app);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    internal Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    internal Task<HttpResponseMessage> GetAsync(string path, string from = "127.0.0.1", params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return SendAsync(request, from);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string from = "127.0.0.1")
    {
        using var caller = new TestCaller(from);
        return await caller.SendAsync(BaseAddress, request);
    }

    internal async Task<HttpStatusCode> StatusAsync(string path, string from = "127.0.0.1", params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, from, headers);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Requests.Dispose();
        await _app.DisposeAsync();
    }
}
