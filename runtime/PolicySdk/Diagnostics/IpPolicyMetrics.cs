using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicySdk.Diagnostics;

/// <summary>Counts decisions. No address is a tag: there are too many, and they are personal data.</summary>
internal sealed class IpPolicyMetrics
{
    internal const string MeterName = "PolicySdk";

    internal const string RequestsName = "policysdk.requests";

    private readonly Counter<long> _requests;

    public IpPolicyMetrics(IMeterFactory meters) => _requests = meters.Create(MeterName).CreateCounter<long>(
        RequestsName, unit: "{request}", description: "Requests that were decided by an IP policy.");

    internal void Count(in IpPolicyDecision decision)
    {
        if (!_requests.Enabled)
        {
            return;
        }

        var tags = new TagList { { DecisionTags.Result, DecisionTags.ResultOf(decision) } };
        if (decision.Policy is { } policy)
        {
            tags.Add(DecisionTags.Policy, policy.Name);
        }

        _requests.Add(1, tags);
    }
}
