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
        var claims = policy.Document.Expectations;
        if (claims.Count == 0)
        {
            problems.Add(RuleIds.UntouchedEntry, policy.Document.NameRange, "The policy claims nothing of itself, so no change of it can break a promise. Add 'expect', for example {deny: 10.0.0.0/8}.");
            return;
        }

        var untouched = new List<PolicyEntry>();
        var all = SpokenOf(claims, networks);
        Collect(policy.Block, all);
        var blocks = new HashSet<PolicyEntry>(untouched);
        Collect(policy.Allow, all);
        var ofEveryClient = SpokenOf(claims.Where(static claim => claim.Client is null), networks);
        var ofOne = claims.Where(static claim => claim.Client is not null).GroupBy(static claim => claim.Client!, StringComparer.Ordinal).ToDictionary(static group => group.Key, group => SpokenOf(group, networks), StringComparer.Ordinal);
        for (var i = 0; i < policy.Clients.Count; i++)
        {
            Collect(policy.Clients[i], ofOne.TryGetValue(policy.Document.Clients[i].Id, out var own) ? own.Union(ofEveryClient) : ofEveryClient);
        }

        foreach (var entry in untouched.Take(Told))
        {
            var more = untouched.Count > Told && entry == untouched[Told - 1] ? $" Nor do they of {untouched.Count - Told} more entries." : "";
            problems.Add(RuleIds.UntouchedEntry, entry, $"No expectation speaks of {entry.Text}. Claim what it is for: {{{(blocks.Contains(entry) ? Keys.Deny : Keys.Allow)}: {ExampleOf(entry)}}}.{more}");
        }

        void Collect(IEnumerable<ListEntry> entries, IpRangeSet spoken) =>
            untouched.AddRange(entries.Where(entry => entry.Pieces.Count > 0 && !entry.Pieces.Any(piece => spoken.Within(piece.Range).Any())).Select(static entry => entry.Entry));
    }

    // A network that has an entry only on some day is spoken of all the same.
    private static IpRangeSet SpokenOf(IEnumerable<Expectation> claims, NetworkSets networks) =>
        IpRangeSet.Of(claims.SelectMany(claim => networks.SetOf(claim.Targets, new(claim.On, claim.Environment, IsCertain: false))));

    private static string ExampleOf(PolicyEntry entry) => entry.Net ?? entry.Addresses!.Value.ToString();
}
