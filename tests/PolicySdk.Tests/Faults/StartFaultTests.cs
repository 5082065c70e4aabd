using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Faults;

/// <summary>What can't be set up does not serve: nobody is let in by an enforcement that is only half there.</summary>
public sealed class StartFaultTests
{
    [Fact]
    public async Task A_log_that_can_not_be_created_keeps_the_application_from_starting() =>
        await AssertDoesNotStartAsync(static builder => builder.Logging.AddProvider(new WithoutLogs()));

    [Fact]
    public async Task A_meter_that_can_not_be_created_keeps_the_application_from_starting() =>
        await AssertDoesNotStartAsync(static builder => builder.Services.AddSingleton<IMeterFactory, WithoutMeters>());

    [Fact]
    public async Task A_meter_listener_that_throws_where_the_counter_is_published_keeps_the_application_from_starting()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, _) =>
            {
                if (instrument.Name == "policysdk.requests")
                {
                    Broken.Throw();
                }
            },
        };
        listener.Start();
        Broken.Now = true; // Counters of other tests are there already.

        await AssertDoesNotStartAsync(static _ => { });
    }

    private static async Task AssertDoesNotStartAsync(Action<WebApplicationBuilder> build)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddIpPolicies();
        build(builder);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(Broken.Secret, exception.ToString(), StringComparison.Ordinal);
    }

    private sealed class WithoutLogs : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => categoryName == "PolicySdk.IpPolicies" ? throw Broken.Exception : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Dispose()
        {
        }
    }

    private sealed class WithoutMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => options.Name == "PolicySdk" ? throw Broken.Exception : new(options);

        public void Dispose()
        {
        }
    }
}
