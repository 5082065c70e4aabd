using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace PolicySdk.Tests.Faults;

/// <summary>The time and the environment, which entries depend on.</summary>
internal static class ClockFaults
{
    internal static Fault[] All =>
    [
        Clock("a clock that throws", static () => throw Broken.Exception),
        Clock("a clock that jumps ahead", static () => TestApp.Start.AddYears(1), "not_in_force"),
        Clock("a clock at the end of time", static () => DateTimeOffset.MaxValue, "not_in_force"),
        Clock("a clock that throws while a policy does", static () => throw Broken.Exception) with { Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>() },
        new("a clock without ticks")
        {
            Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>(),
            Build = static builder => builder.Services.AddSingleton<TimeProvider>(new Time(static () => TestApp.Start, ticks: Broken.Throw)),
        },
        new("a clock without timers, for a stream of events")
        {
            Build = static builder => builder.Services.AddSingleton<TimeProvider>(new Time(static () => TestApp.Start, timers: Broken.Throw)),
            Call = static app => app.CallAsync(default, ("Accept", "text/event-stream")),
        },
        Environment("an environment that throws", static () => throw Broken.Exception),
        Environment("an environment without a name", static () => null!, "not_in_force"),
        Environment("an environment with another name", static () => "Development ", "not_in_force"),
    ];

    private static Fault Clock(string name, Func<DateTimeOffset> now, string result = "fault") => new(name, result)
    {
        Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Conditional>(),
        Build = builder => builder.Services.AddSingleton<TimeProvider>(new Time(now)),
    };

    private static Fault Environment(string name, Func<string> value, string result = "fault") => new(name, result)
    {
        From = "127.0.0.2",
        Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Conditional>(),
        Build = builder => builder.Services.AddSingleton<IHostEnvironment>(new Named(builder.Environment, value)),
    };

    private sealed class Time(Func<DateTimeOffset> now, Action? ticks = null, Action? timers = null) : FakeTimeProvider(TestApp.Start)
    {
        public override DateTimeOffset GetUtcNow() => Broken.Now ? now() : base.GetUtcNow();

        public override long GetTimestamp()
        {
            ticks?.Invoke();
            return base.GetTimestamp();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers?.Invoke();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class Named(IWebHostEnvironment host, Func<string> name) : IHostEnvironment
    {
        public string EnvironmentName
        {
            get => Broken.Now ? name() : "Development";
            set => host.EnvironmentName = value;
        }

        public string ApplicationName { get; set; } = host.ApplicationName;

        public string ContentRootPath { get; set; } = host.ContentRootPath;

        public IFileProvider ContentRootFileProvider { get; set; } = host.ContentRootFileProvider;
    }
}
