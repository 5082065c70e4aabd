using System.Net;
using System.Threading.Tasks.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace PolicySdk.Tests.Faults;

/// <summary>Selectors of clients that fail. The caller's address is in the list of acme, whom a healthy selector names.</summary>
internal static class ClientFaults
{
    internal static Fault[] All =>
    [
        Selector("a selector that throws", "client_fault", static _ => throw Broken.Exception),
        Selector("a selector that is out of memory", "client_fault", static _ => throw new OutOfMemoryException(Broken.Secret)),
        Selector("a selector that cancels", "client_canceled", static _ => throw new OperationCanceledException(Broken.Secret)),
        Selector("a selector that names nobody", "no_client", static _ => null),
        Selector("a selector that names one without a name", "unknown_client", static _ => ""),
        Selector("a selector that names a megabyte", "unknown_client", static _ => new('a', 1 << 20)),
        Selector("a selector that names the client and a line of the log", "unknown_client", static _ => "acme\r\nAllowed"),
        Selector("a selector that names the client in other letters", "unknown_client", static _ => "ACME"),
        Selector("a selector that names the client with what is not seen", "unknown_client", static _ => "ac\u200Bme"),
        Selector("a selector that names the client with a zero", "unknown_client", static _ => "acme\0"),
        Selector("a selector that names half a character", "unknown_client", static _ => "\uD800"),
        Selector("a selector that takes the caller's address for another", "unverified_address", static context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse("127.0.0.3");
            return "zenith";
        }),
        Selector("a selector that takes the caller's address away", "no_address", static context =>
        {
            context.Connection.RemoteIpAddress = null;
            return "acme";
        }),
        Selector("a selector that throws after it began to answer", "client_fault", static context =>
        {
            context.Response.StartAsync().GetAwaiter().GetResult();
            throw Broken.Exception;
        }) with { Answer = Answer.Reset },
        Selector("a selector that aborts the request and throws", "client_fault", static context =>
        {
            context.Abort();
            throw Broken.Exception;
        }) with { Answer = Answer.Reset },
        Selector("a selector that takes the response away and throws", "client_fault", static context =>
        {
            context.Features.Set<IHttpResponseFeature>(null);
            throw Broken.Exception;
        }) with { Answer = Answer.Reset },
        Lookup("a look-up that throws", "client_fault", static (_, _) => throw Broken.Exception),
        Lookup("a look-up that throws later", "client_fault", static async (_, _) =>
        {
            await Task.Yield();
            throw Broken.Exception;
        }),
        Lookup("a look-up that cancels itself later", "client_canceled", static async (_, _) =>
        {
            await Task.Yield();
            throw new OperationCanceledException(Broken.Secret);
        }),
        Lookup("a look-up that gives nothing", "no_client", static (_, _) => default),
        Lookup("a look-up that failed before it began", "client_fault", static (_, _) => ValueTask.FromException<string?>(Broken.Exception)),
        Lookup("a look-up whose result was taken before", "client_fault", static (_, _) => Spent.Result),
        Lookup("a look-up that answers when its time is over", "client_timeout", static (context, _) =>
        {
            ((FakeTimeProvider)context.RequestServices.GetRequiredService<TimeProvider>()).Advance(TimeSpan.FromSeconds(6));
            return new("acme");
        }),
        Lookup("a look-up that aborts the request", "client_canceled", static async (context, canceled) =>
        {
            context.Abort();
            await Task.Delay(Timeout.Infinite, canceled).ContinueWith(static _ => { }, TaskScheduler.Default);
            return "acme";
        }) with { Answer = Answer.Reset },
        Endless("a look-up that never ends", "client_timeout", static app => app.App.Time.Advance(TimeSpan.FromSeconds(6))),
        Endless("a look-up that never ends, for a caller who hangs up", "client_canceled") with { Answer = Answer.HungUp },
        Lookup("a look-up beside a selector", "client_fault", Acme, static options => options.ClientId = static _ => "acme"),
        Lookup("a look-up without an end to its time", "client_fault", Acme, static options => options.ClientIdTimeout = Timeout.InfiniteTimeSpan),
        Lookup("a look-up with less than no time", "client_fault", Acme, static options => options.ClientIdTimeout = TimeSpan.FromSeconds(-5)),
        Lookup("a look-up with more time than there is", "client_fault", Acme, static options => options.ClientIdTimeout = TimeSpan.MaxValue),
        Lookup("a look-up that gets no thread", "client_timeout", Starvation.SelectAsync),
    ];

    private static Fault Selector(string name, string result, Func<HttpContext, string?> selector) => new(name, result)
    {
        From = "127.0.0.2",
        Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Partner>(),
        Options = options => options.ClientId = context => Broken.Now ? selector(context) : "acme",
    };

    /// <param name="name">What is broken.</param>
    /// <param name="result">The result.</param>
    /// <param name="selector">The look-up for requests that are to break.</param>
    /// <param name="change">Changes options of the running application, for such a request alone.</param>
    private static Fault Lookup(string name, string result, Func<HttpContext, CancellationToken, ValueTask<string?>> selector, Action<IpPolicyOptions>? change = null) => new(name, result)
    {
        From = "127.0.0.2",
        Guard = static endpoint => endpoint.RequireIpPolicy<TestPolicies.Partner>(),
        Options = options => options.ClientIdAsync = (context, canceled) => Broken.Now ? selector(context, canceled) : new("acme"),
        Pipeline = change is null ? null : Changed.For(change, static options => (options.ClientId, options.ClientIdTimeout) = (null, TimeSpan.FromSeconds(5))),
    };

    private static Fault Endless(string name, string result, Action<FaultyApp>? then = null) =>
        Lookup(name, result, static async (context, _) =>
        {
            context.RequestServices.GetRequiredService<FaultyApp>().Reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return "acme";
        }) with
        {
            Call = async app =>
            {
                using var hangsUp = new CancellationTokenSource();
                var answer = app.CallAsync(hangsUp.Token);
                await app.ReachedAsync();
                (then ?? (_ => hangsUp.Cancel()))(app);
                return await answer;
            },
        };

    private static ValueTask<string?> Acme(HttpContext context, CancellationToken canceled) => new("acme");

    /// <summary>A source of a result that may be taken once, and was.</summary>
    private sealed class Spent : IValueTaskSource<string?>
    {
        private ManualResetValueTaskSourceCore<string?> _core;

        internal static ValueTask<string?> Result
        {
            get
            {
                var source = new Spent();
                var version = source._core.Version;
                source._core.Reset();
                return new(source, version);
            }
        }

        public string? GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
    }
}
