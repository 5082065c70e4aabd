using System.Collections.Immutable;

namespace PolicySdk.Testing.Sweeps;

/// <summary>What a sweep is to do.</summary>
/// <param name="Services">Of the host that is called.</param>
/// <param name="CreateClient">Makes the client of the caller.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record SweepPlan(IServiceProvider Services, Func<HttpClient> CreateClient, TestCaller Caller)
{
    /// <summary>The endpoints that are left out.</summary>
    internal ImmutableArray<string> Exceptions { get; init; } = [];

    /// <summary>Whether files of <c>MapStaticAssets</c> are left out.</summary>
    internal bool WithoutAssets { get; init; }

    /// <summary>How long an answer may take.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What parameters of routes are filled with.</summary>
    internal ImmutableDictionary<string, string> RouteValues { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Changes each request, or null.</summary>
    internal Action<HttpRequestMessage>? Configure { get; init; }
}
