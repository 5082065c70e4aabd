using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicySdk.Testing.Requests;

/// <summary>The requests of which somebody wants to know what becomes of them.</summary>
internal sealed class RequestObservations
{
    /// <summary>Names a request that is observed.</summary>
    internal const string HeaderName = "PolicySdk-Test-Request";

    private readonly ConcurrentDictionary<string, RequestObservation> _observed = new(StringComparer.Ordinal);

    /// <summary>Begins to observe a request that will have a name.</summary>
    internal RequestObservation Observe(string name) => _observed[name] = new();

    /// <summary>Takes no more of it.</summary>
    internal void End(string name) => _observed.TryRemove(name, out _);

    /// <summary>Observes a request if it has a name.</summary>
    internal void Begin(HttpContext context)
    {
        if (context.Request.Headers.Remove(HeaderName, out var name) && _observed.TryGetValue(name.ToString(), out var observation))
        {
            context.Features.Set(observation);
            context.Features.Set<IEndpointFeature>(observation);
        }
    }
}
