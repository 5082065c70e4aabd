using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK7002: an allowlist that lets a trusted proxy in. Whoever can make the proxy forget the header then comes in as the proxy.</summary>
internal static class TrustedProxyRule
{
    internal static void Check(ListEntry listed, ExpandedPolicy policy, IpRangeSet proxies, ProblemList problems)
    {
        if (!proxies.IsEmpty && listed.Pieces.Where(piece => !policy.Waives(RuleIds.TrustedProxyAllowed, piece)).SelectMany(piece => proxies.Within(piece.Range)).Select(static range => (IpRange?)range).FirstOrDefault() is { } met)
        {
            problems.Add(RuleIds.TrustedProxyAllowed, listed.Entry, $"{listed.Entry.Text} lets in {met.First}, a trusted proxy of client-address.yaml: a request whose client the proxy does not name would come in as the proxy. Take it out with 'except'.");
        }
    }
}
