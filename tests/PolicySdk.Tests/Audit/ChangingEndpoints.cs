using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Tests.Audit;

/// <summary>A data source whose endpoints change while the application runs, and which may fail.</summary>
internal sealed class ChangingEndpoints : EndpointDataSource
{
    private IReadOnlyList<Endpoint> _endpoints = [];
    private CancellationTokenSource _changed = new();

    /// <summary>How often somebody asked for the endpoints.</summary>
    internal int Reads { get; private set; }

    internal bool Fails { get; set; }

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            Reads++;
            return Fails ? throw new FormatException("secret-of-the-source") : _endpoints;
        }
    }

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    internal ChangingEndpoints Hold(params IEnumerable<string> silentRoutes)
    {
        _endpoints = [.. silentRoutes.Select(static route => Create(route))];
        return this;
    }

    internal void Change(params IEnumerable<string> silentRoutes)
    {
        Hold(silentRoutes);
        Tell();
    }

    internal void Change(Endpoint endpoint)
    {
        _endpoints = [endpoint];
        Tell();
    }

    internal void Tell() => Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();

    internal static RouteEndpoint Create(string route, params object[] metadata) => new(
        static context => context.Response.WriteAsync("ok"), RoutePatternFactory.Parse(route), order: 0, new(metadata), $"silent {route}");
}
