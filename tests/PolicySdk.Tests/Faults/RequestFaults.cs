using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;

namespace PolicySdk.Tests.Faults;

/// <summary>Requests and answers that are over, have begun, or lack what they consist of.</summary>
internal static class RequestFaults
{
    internal static Fault[] All =>
    [
        Refused("a response that has started", static context => context.Response.StartAsync().GetAwaiter().GetResult()) with { Answer = Answer.Reset },
        Refused("a response that has started, for the middleware", static context => context.Response.StartAsync().GetAwaiter().GetResult()) with { Answer = Answer.Reset, Pipeline = static app => app.UseRouting().UseIpPolicies() },
        Refused("a request that is aborted", static context => context.Abort()) with { Answer = Answer.Reset },
        Refused("a response that can't be started", static context => context.Features.Set<IHttpResponseBodyFeature>(new Unwritable(context, canStart: false))),
        Refused("a response that can be started, and not written", static context => context.Features.Set<IHttpResponseBodyFeature>(new Unwritable(context, canStart: true))) with { Answer = Answer.Reset },
        Refused("a response stream that throws", static context => context.Response.Body = new ThrowingStream()),
        Refused("a response without state", static context => context.Features.Set<IHttpResponseFeature>(null)) with { Answer = Answer.Reset },
        Refused("a response that can't say whether it has started", static context => context.Features.Set<IHttpResponseFeature>(new ThrowingResponse())) with { Answer = Answer.Reset },
        Refused("a callback before the answer that throws", static context => context.Response.OnStarting(static () => throw Broken.Exception)) with { Answer = "500" },
        Refused("a request whose items throw", static context => context.Items = new ThrowingItems()) with { Options = static options => (options.OnRejected, options.ReferenceId) = (static _ => default, static _ => "R-1") },
        Refused("a request without services", static context => context.RequestServices = null!),
        Refused("a request whose services are gone", static context => context.RequestServices = new Gone()),
        new("an output cache without context") { Then = static context => context.Features.Set<IOutputCacheFeature>(new EmptyCache()) },
        new("an upgrade that throws") { Then = static context => context.Features.Set<IHttpUpgradeFeature>(new ThrowingUpgrade()) },
        Refused("a request identifier that throws", static context => context.Features.Set<IHttpRequestIdentifierFeature>(new ThrowingIdentifier())),
    ];

    private static Fault Refused(string name, Action<HttpContext> fault) => new(name)
    {
        Guard = static endpoint => endpoint.RequireIpPolicy<BrokenPolicies.Throwing>(),
        Then = fault,
    };

    private sealed class Unwritable(HttpContext context, bool canStart) : IHttpResponseBodyFeature
    {
        private readonly IHttpResponseBodyFeature _inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();

        public Stream Stream => throw Broken.Exception;

        public PipeWriter Writer => throw Broken.Exception;

        public Task CompleteAsync() => _inner.CompleteAsync();

        public void DisableBuffering()
        {
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw Broken.Exception;

        public Task StartAsync(CancellationToken cancellationToken = default) => canStart ? _inner.StartAsync(cancellationToken) : throw Broken.Exception;
    }

    private sealed class ThrowingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw Broken.Exception;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw Broken.Exception;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw Broken.Exception;
    }

    private sealed class ThrowingResponse : HttpResponseFeature
    {
        public override bool HasStarted => throw Broken.Exception;
    }

    private sealed class ThrowingItems : Dictionary<object, object?>, IDictionary<object, object?>
    {
        object? IDictionary<object, object?>.this[object key]
        {
            get => throw Broken.Exception;
            set => throw Broken.Exception;
        }

        bool IDictionary<object, object?>.ContainsKey(object key) => throw Broken.Exception;

        bool IDictionary<object, object?>.TryGetValue(object key, out object? value) => throw Broken.Exception;

        void IDictionary<object, object?>.Add(object key, object? value) => throw Broken.Exception;
    }

    private sealed class Gone : IServiceProvider
    {
        public object? GetService(Type serviceType) => throw new ObjectDisposedException(Broken.Secret);
    }

    private sealed class EmptyCache : IOutputCacheFeature
    {
        public OutputCacheContext Context => null!;
    }

    private sealed class ThrowingUpgrade : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => throw Broken.Exception;

        public Task<Stream> UpgradeAsync() => throw Broken.Exception;
    }

    private sealed class ThrowingIdentifier : IHttpRequestIdentifierFeature
    {
        public string TraceIdentifier
        {
            get => throw Broken.Exception;
            set => throw Broken.Exception;
        }
    }
}
