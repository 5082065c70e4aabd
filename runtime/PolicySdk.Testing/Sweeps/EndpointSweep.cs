using System.Collections.Immutable;
using PolicySdk.Testing.Sweeps;

namespace PolicySdk.Testing;

/// <summary>
/// Requests to every endpoint of an application from one address. Handlers run for callers who are let in: leave out by <see cref="Except"/> what
/// must not. Begun by <c>factory.SweepFrom("8.8.8.8")</c>.
/// </summary>
public sealed class EndpointSweep
{
    private readonly IServiceProvider _services;
    private readonly Func<HttpClient> _createClient;
    private readonly TestCaller _caller;
    private readonly ImmutableArray<string> _exceptions;
    private readonly ImmutableDictionary<string, string> _routeValues;
    private readonly Action<HttpRequestMessage>? _configure;

    internal EndpointSweep(IServiceProvider services, Func<HttpClient> createClient, TestCaller caller)
        : this(services, createClient, caller, [], ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase), configure: null)
    {
    }

    private EndpointSweep(
        IServiceProvider services,
        Func<HttpClient> createClient,
        TestCaller caller,
        ImmutableArray<string> exceptions,
        ImmutableDictionary<string, string> routeValues,
        Action<HttpRequestMessage>? configure)
    {
        _services = services;
        _createClient = createClient;
        _caller = caller;
        _exceptions = exceptions;
        _routeValues = routeValues;
        _configure = configure;
    }

    /// <summary>Leaves endpoints out: by route pattern, <c>/healthz</c>, or with the method, <c>GET /v1/prices/{symbol}</c>. One that there is not is an error.</summary>
    public EndpointSweep Except(params string[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return new(_services, _createClient, _caller, _exceptions.AddRange(endpoints), _routeValues, _configure);
    }

    /// <summary>Fills a parameter of routes, wherever it occurs, instead of a text that satisfies its constraints.</summary>
    public EndpointSweep WithRouteValue(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(_services, _createClient, _caller, _exceptions, _routeValues.SetItem(name, value), _configure);
    }

    /// <summary>Changes each request before it is sent: a token, a body.</summary>
    public EndpointSweep With(Action<HttpRequestMessage> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new(_services, _createClient, _caller, _exceptions, _routeValues, _configure + configure);
    }

    /// <summary>Makes the requests, and tells what was answered.</summary>
    /// <exception cref="PolicyTestException">An exception names no endpoint.</exception>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var requests = Sweeper.Requests(_services);
        if (_exceptions.FirstOrDefault(exception => !requests.Any(request => request.IsMeantBy(exception))) is { } unknown)
        {
            throw new PolicyTestException($"There is no endpoint '{unknown}' to leave out. There are:\n  {string.Join("\n  ", requests.Select(static request => request.Name))}");
        }

        using var client = _createClient();
        var called = requests.Where(request => !_exceptions.Any(request.IsMeantBy));
        return await new Sweeper(_services, client, _caller, _configure).RunAsync(called, _routeValues, cancellationToken);
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
        report.ThrowUnless("every endpoint is to do as its policies say", static answer => answer.Declared is null || answer.Declared != answer.IsRefused);
        return report;
    }
}
