using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests.Kinds;

/// <summary>An endpoint that the office alone may call.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Answer">What the office is answered.</param>
internal sealed record EndpointKind(string Path, int Answer = 200)
{
    internal HttpMethod Method { get; init; } = HttpMethod.Get;

    internal HttpRequestMessage Request() => Answer == 101 ? TestRequests.WebSocket(Path) : new(Method, Path);

    internal static EndpointKind Negotiation(string path) => new($"{path}/negotiate?negotiateVersion=1") { Method = HttpMethod.Post };
}

/// <summary>Kinds that are added together.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Add">Adds their services.</param>
/// <param name="Map">Maps them.</param>
internal sealed record EndpointKinds(IReadOnlyList<EndpointKind> Kinds, Action<WebApplicationBuilder> Add, Action<WebApplication> Map);

/// <summary>How often code of an application ran that an endpoint's policy stands in front of.</summary>
internal sealed class Runs
{
    private int _count;

    internal int Count => _count;

    internal string Add()
    {
        Interlocked.Increment(ref _count);
        return "ok";
    }
}
