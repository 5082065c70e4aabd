using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Exposure;

/// <summary>Whom policies let in together on any day, in one environment.</summary>
internal sealed class ExposedSets(string environment)
{
    /// <summary>Callers without a client, and callers of any client.</summary>
    internal (IpRangeSet WithoutClient, IpRangeSet AnyClient) Of(IReadOnlyList<IpPolicy> policies)
    {
        var tested = policies.Select(CompiledPolicies.Of).ToList();
        var withoutClient = Allowed(tested, client: null);
        var clients = tested.SelectMany(static policy => policy.Document.Clients).Select(static client => client.Id).Distinct(StringComparer.Ordinal).ToList();
        var anyClient = tested.Count == 1
            ? Allowed(tested[0], new(null, IsAnyone: true))
            : IpRangeSet.Of(clients.SelectMany(client => Allowed(tested, client)).Concat(withoutClient));
        return (withoutClient, anyClient);
    }

    /// <summary>Callers of one client.</summary>
    internal IpRangeSet Of(IpPolicy policy, string client) => Allowed([CompiledPolicies.Of(policy)], client);

    private IpRangeSet Allowed(IEnumerable<TestedPolicy> policies, string? client) => policies
        .Select(policy => Allowed(policy, policy.Sets.CallersOf(client)))
        .Aggregate(static (all, one) => all.Intersect(one));

    private IpRangeSet Allowed(TestedPolicy policy, Callers callers)
    {
        lock (policy.Project.Asking)
        {
            return policy.Sets.Allowed(callers, new(Day: null, environment, IsCertain: false));
        }
    }
}
