using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Expectations;

/// <summary>PSDK5002: what could be changed without any claim noticing.</summary>
internal static class UntouchedEntryRule
{
    private const int Told = 10;

    internal static void Check(ExpandedPolicy policy, NetworkSets networks, ProblemList problems)
    {
        if (policy.Document.Expectations.Count == 0)
        {
            problems.Add(RuleIds.UntouchedEntry, policy.Document.NameRange, "The policy claims nothing of itself, so no change of it can break a promise. Add 'expect', for example {deny: 10.0.0.0/8}.");
            return;
        }

        var untouched = Find(policy, networks);
        for (var i = 0; i < untouched.Count && i < Told; i++)
        {
            var (entry, claim) = untouched[i];
            var more = untouched.Count > Told && i == Told - 1 ? $" Nor do they of {untouched.Count - Told} more entries." : "";
            problems.Add(RuleIds.UntouchedEntry, entry, $"No expectation speaks of {entry.Text}. Claim what it is for: {claim}.{more}");
        }
    }

    /// <summary>The entries of all lists that no claim speaks of, each with a claim that would.</summary>
    private static List<(PolicyEntry Entry, string Claim)> Find(ExpandedPolicy policy, NetworkSets networks)
    {
        var claims = policy.Document.Expectations;
        var untouched = new List<(PolicyEntry Entry, string Claim)>();
        var all = SpokenOf(claims, networks);
        var ofEveryClient = SpokenOf(claims.Where(static claim => claim.Client is null), networks);
        var ofOne = claims.Where(static claim => claim.Client is not null).GroupBy(static claim => claim.Client!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, group => SpokenOf(group, networks), StringComparer.Ordinal);
        Collect(policy.Allow, Keys.Allow, null, all);
        for (var i = 0; i < policy.Clients.Count; i++)
        {
            var client = policy.Document.Clients[i].Id;
            Collect(policy.Clients[i], Keys.Allow, client, ofOne.TryGetValue(client, out var own) ? own.Union(ofEveryClient) : ofEveryClient);
        }

        Collect(policy.Block, Keys.Deny, null, all);
        return untouched;

        void Collect(IEnumerable<ListEntry> entries, string kind, string? client, IpRangeSet spoken) =>
            untouched.AddRange(entries.Where(entry => entry.Pieces.Count > 0 && !entry.Pieces.Any(piece => spoken.Within(piece.Range).Any())).Select(entry => (entry.Entry, ClaimOf(entry.Entry, kind, client))));
    }

    // A network that has an entry only on some day is spoken of all the same.
    private static IpRangeSet SpokenOf(IEnumerable<Expectation> claims, NetworkSets networks) =>
        IpRangeSet.Of(claims.SelectMany(claim => networks.SetOf(claim.Targets, new(claim.On, claim.Environment, IsCertain: false))));

    /// <summary>A claim that an entry without exceptions makes true: of its client, on its last day, in its environment.</summary>
    private static string ClaimOf(PolicyEntry entry, string kind, string? client)
    {
        var target = entry.Net ?? entry.Addresses!.Value.ToString();
        var written = target.EndsWith(":", StringComparison.Ordinal) ? $"\"{target}\"" : target;
        return ClaimTexts.Write(kind, written, client, entry.LastDay ?? entry.From, entry.OnlyIn.Count == 0 ? null : entry.OnlyIn[0]);
    }
}
