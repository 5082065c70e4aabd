using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PolicySdk.Tests.Faults;

/// <summary>The request's activity, or who listens to it, fails.</summary>
internal static class ActivityFaults
{
    internal static Fault[] All =>
    [
        new("an activity that can't be had") { Then = static context => context.Features.Set<IHttpActivityFeature>(new WithoutActivity()) },
        new("an activity listener that throws where the request begins") { Answer = Answer.Reset, IsBeforePipeline = true, Build = Listener(static (listener, fail) => listener.ActivityStarted = _ => fail()) },
        new("an activity listener that throws where it samples") { Answer = Answer.Reset, IsBeforePipeline = true, Build = Listener(static (listener, fail) => listener.Sample = (ref _) =>
        {
            fail();
            return ActivitySamplingResult.AllData;
        }) },
        new("an activity listener that throws where the request ends") { Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>(), Build = Listener(static (listener, fail) => listener.ActivityStopped = _ => fail()) },
    ];

    private static Action<WebApplicationBuilder> Listener(Action<ActivityListener, Action> fault) =>
        builder => builder.Services.AddHostedService(services => new Listening(services.GetRequiredService<ActivitySource>(), services.GetRequiredService<FaultyApp>(), fault));

    /// <summary>A feature that another middleware put in place.</summary>
    private sealed class WithoutActivity : IHttpActivityFeature
    {
        public Activity Activity
        {
            get => throw Broken.Exception;
            set => throw Broken.Exception;
        }
    }

    /// <summary>Listens to the requests of one application.</summary>
    private sealed class Listening(ActivitySource source, FaultyApp app, Action<ActivityListener, Action> fault) : IHostedService, IDisposable
    {
        private readonly ActivityListener _listener = new() { Sample = static (ref _) => ActivitySamplingResult.AllData };

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _listener.ShouldListenTo = one => ReferenceEquals(one, source);
            fault(_listener, Fail);
            ActivitySource.AddActivityListener(_listener);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _listener.Dispose();

        // Before the pipeline nobody knows which request this is, and one that is cut off is sent again by the HTTP client.
        private void Fail()
        {
            if (!app.IsHealed)
            {
                throw Broken.Exception;
            }
        }
    }
}
