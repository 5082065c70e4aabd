using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Faults;

/// <summary>Whoever listens to the counter fails.</summary>
internal static class MeterFaults
{
    internal static Fault[] All =>
    [
        Listener("a meter listener that throws", static _ => throw Broken.Exception),
        Listener("a meter listener that is out of memory", static _ => throw new InsufficientMemoryException(Broken.Secret)),
        Listener("a meter listener that throws where somebody is allowed", ThrowsAt("listed")),
        Listener("a meter listener that throws where somebody is refused", ThrowsAt("fault")) with { Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>() },
        Listener("a meter listener that throws for an open endpoint", static _ => throw Broken.Exception) with { Guard = static endpoint => endpoint.AllowAnyAddress("a test") },
        Listener("a meter listener and a log that throw", static _ => throw Broken.Exception, static builder => builder.Logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(new BreakableLogs(static _ => throw Broken.Exception))),
    ];

    private static Action<string?> ThrowsAt(string result) => counted =>
    {
        if (counted == result)
        {
            throw Broken.Exception;
        }
    };

    private static Fault Listener(string name, Action<string?> count, Action<WebApplicationBuilder>? build = null) => new(name)
    {
        IsMeterBroken = true,
        Build = builder =>
        {
            builder.Services.AddHostedService(services => new Listening(services.GetRequiredService<IMeterFactory>(), count));
            build?.Invoke(builder);
        },
    };

    /// <summary>Listens to the meters of one application, as long as it runs.</summary>
    private sealed class Listening(IMeterFactory meters, Action<string?> count) : Microsoft.Extensions.Hosting.IHostedService, IDisposable
    {
        private readonly MeterListener _listener = new();

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "policysdk.requests" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                if (Broken.Now)
                {
                    count((string?)tags[0].Value);
                }
            });
            _listener.Start();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _listener.Dispose();
    }
}
