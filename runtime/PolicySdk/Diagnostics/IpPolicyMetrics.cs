using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicySdk.Diagnostics;

/// <summary>Counts decisions. No address is a tag: there are too many, and they are personal data.</summary>
internal sealed class IpPolicyMetrics
{
    internal const string MeterName = "PolicySdk";

    internal const string RequestsName = "policysdk.requests";

    internal const string AbortedName = "policysdk.connections.aborted";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _aborted;

    public IpPolicyMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>(RequestsName, unit: "{request}", description: "Requests that were decided by an IP policy.");
        _aborted = meter.CreateCounter<long>(AbortedName, unit: "{connection}", description: "Connections that were ended: an IP policy no longer allows their address.");
    }

    internal void Count(in IpPolicyDecision decision) => Count(_requests, decision);

    internal void CountAborted(in IpPolicyDecision decision) => Count(_aborted, decision);

    private static void Count(Counter<long> counter, in IpPolicyDecision decision)
    {
        if (!counter.Enabled)
        {
            return;
        }

        var tags = new TagList { { DecisionTags.Result, DecisionTags.ResultOf(decision) } };
        if (decision.Policy is { } policy)
        {
            tags.Add(DecisionTags.Policy, policy.Name);
        }

        counter.Add(1, tags);
    }
}
