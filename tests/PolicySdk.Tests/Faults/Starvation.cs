using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace PolicySdk.Tests.Faults;

/// <summary>Keeps all threads of the pool busy while a look-up waits for one.</summary>
internal static class Starvation
{
    /// <summary>More than the pool makes threads while it is starved here.</summary>
    private const int Blocked = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Its work stands in line behind all that blocks, until its time is over.</summary>
    internal static async ValueTask<string?> SelectAsync(HttpContext context, CancellationToken canceled)
    {
        var time = (FakeTimeProvider)context.RequestServices.GetRequiredService<TimeProvider>();
        var release = new ManualResetEventSlim();
        for (var i = 0; i < Blocked; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static release => release.Wait(Patience), release, preferLocal: false);
        }

        var work = Task.Factory.StartNew(static () => "acme", CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        var watch = new Thread(() =>
        {
            time.Advance(TimeSpan.FromSeconds(6));
            release.Set();
        });
        watch.Start();
        return await work;
    }
}
