using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Faults;

/// <summary>Logs that fail or wait.</summary>
internal static class LogFaults
{
    private const int Rejected = 1;
    private const int Allowed = 3;
    private const int FaultEvent = 4;

    internal static Fault[] All =>
    [
        new("a log that throws") { Build = Logs(static _ => throw Broken.Exception) },
        new("a log that is out of memory") { Build = Logs(static _ => throw new OutOfMemoryException(Broken.Secret)) },
        new("a log that is canceled") { Build = Logs(static _ => throw new OperationCanceledException(Broken.Secret)) },
        new("a log that can't say whether it is enabled") { Build = Logs(static _ => { }, Broken.Throw) },
        new("a log that throws where somebody is allowed") { Build = Logs(ThrowsAt(Allowed)) },
        new("a log that throws where somebody is rejected") { Build = Logs(ThrowsAt(Rejected)), Guard = FaultyPolicy },
        new("a log that throws where a fault is told") { Build = Logs(ThrowsAt(FaultEvent)), Guard = FaultyPolicy },
        new("a log that throws for an open endpoint") { Build = Logs(static _ => throw Broken.Exception), Guard = static endpoint => endpoint.AllowAnyAddress("a test") },
        new("a log that throws for two policies") { Build = Logs(static _ => throw Broken.Exception), Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Office>().RequireIpPolicy<TestPolicies.Partner>() },
        Blocking("a log that waits, then throws", Allowed, static () => throw new TimeoutException(Broken.Secret)) with { Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Office>() },
        Blocking("a log that waits where somebody is rejected", Rejected, static () => { }),
        Blocking("a log that waits where a fault is told", FaultEvent, static () => { }),
    ];

    private static IEndpointConventionBuilder FaultyPolicy(IEndpointConventionBuilder endpoint) => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>();

    private static Action<int> ThrowsAt(int eventId) => id =>
    {
        if (id == eventId)
        {
            throw Broken.Exception;
        }
    };

    private static Action<WebApplicationBuilder> Logs(Action<int> write, Action? isEnabled = null) =>
        builder => builder.Services.Insert(0, ServiceDescriptor.Singleton<ILoggerProvider>(new BreakableLogs(write, isEnabled))); // The first that is enabled is asked alone.

    /// <summary>Holds a request in the log until another one was answered.</summary>
    private static Fault Blocking(string name, int eventId, Action then)
    {
        var open = new ManualResetEventSlim();
        return new(name)
        {
            Guard = FaultyPolicy,
            Build = builder => builder.Services.AddSingleton<ILoggerProvider>(services => new BreakableLogs(id =>
            {
                if (id == eventId)
                {
                    services.GetRequiredService<FaultyApp>().Reached.TrySetResult();
                    Assert.True(open.Wait(TimeSpan.FromSeconds(60)));
                    then();
                }
            })),
            Call = async app =>
            {
                var answer = app.CallAsync();
                await app.ReachedAsync();
                Assert.Equal("200", await app.ProbeAsync());
                await app.EndedAsync();
                Assert.Equal((false, 0), (answer.IsCompleted, app.Runs));
                open.Set();
                return await answer;
            },
        };
    }
}
