using PolicySdk.Testing.Sweeps;

namespace PolicySdk.Testing;

/// <summary>
/// Requests to every endpoint of an application from one address. Handlers run for callers who are let in: leave out by <see cref="Except"/> what
/// must not. Begun by <c>factory.SweepFrom("8.8.8.8")</c>.
/// </summary>
public sealed class EndpointSweep
{
    private readonly SweepPlan _plan;

    internal EndpointSweep(SweepPlan plan) => _plan = plan;

    /// <summary>Leaves endpoints out: by route pattern, <c>/healthz</c>, or with the method, <c>GET /v1/prices/{symbol}</c>. One that there is not is an error.</summary>
    public EndpointSweep Except(params string[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return new(_plan with { Exceptions = _plan.Exceptions.AddRange(endpoints) });
    }

    /// <summary>Leaves out the files of <c>MapStaticAssets</c>, of which there are many, with names that change.</summary>
    public EndpointSweep ExceptStaticAssets() => new(_plan with { WithoutAssets = true });

    /// <summary>Fills a parameter of routes, wherever it occurs, instead of a text that satisfies its constraints.</summary>
    public EndpointSweep WithRouteValue(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(_plan with { RouteValues = _plan.RouteValues.SetItem(name, value) });
    }

    /// <summary>Changes each request before it is sent: a token, a body.</summary>
    public EndpointSweep With(Action<HttpRequestMessage> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new(_plan with { Configure = _plan.Configure + configure });
    }

    /// <summary>Makes the requests, and tells what was answered.</summary>
    /// <exception cref="PolicyTestException">An exception names no endpoint, or a value no parameter.</exception>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var requests = Sweeper.Requests(_plan.Services);
        if (_plan.Exceptions.FirstOrDefault(exception => !requests.Any(request => request.IsMeantBy(exception))) is { } unknown)
        {
            throw new PolicyTestException($"There is no endpoint '{unknown}' to leave out. There are:\n  {string.Join("\n  ", requests.Select(static request => request.Name))}");
        }

        if (_plan.RouteValues.Keys.FirstOrDefault(name => !requests.Any(request => request.HasParameter(name))) is { } unused)
        {
            throw new PolicyTestException($"No route has a parameter '{{{unused}}}' to fill.");
        }

        using var client = _plan.CreateClient();
        return await new Sweeper(_plan, client).RunAsync(requests.Where(request => !IsLeftOut(request)), cancellationToken);
    }

    /// <summary>Expects that a policy refuses every request. Another answer, be it 401 for want of a token, is no proof.</summary>
    /// <exception cref="PolicyTestException">One is not refused, or could not be made.</exception>
    public async Task<SweepReport> ExpectRefusedAsync(CancellationToken cancellationToken = default)
    {
        var report = await RunAsync(cancellationToken);
        report.ThrowUnless("a policy is to refuse every request", static answer => answer.IsRefused);
        return report;
    }

    /// <summary>Expects of every endpoint what its policies say, asked directly: the client is the one that <c>SweepFrom</c> names.</summary>
    /// <exception cref="PolicyTestException">An endpoint does otherwise, or could not be called.</exception>
    public async Task<SweepReport> ExpectAsDeclaredAsync(CancellationToken cancellationToken = default)
    {
        var report = await RunAsync(cancellationToken);
        report.ThrowUnless("every endpoint is to do as its policies say", static answer => answer.Declared != answer.IsRefused);
        return report;
    }

    private bool IsLeftOut(SweepRequest request) => (_plan.WithoutAssets && request.IsAsset) || _plan.Exceptions.Any(request.IsMeantBy);
}
