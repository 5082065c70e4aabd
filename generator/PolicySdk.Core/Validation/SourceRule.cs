using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK3007: a vendored list that should be fetched again, or whose addresses are no longer those that were fetched.</summary>
internal static class SourceRule
{
    /// <summary>Checks <c>sha256</c>: of the fewest prefixes that hold the network's addresses, sorted, IPv4 first, each with a line feed.</summary>
    internal static void CheckFingerprint(Network network, IEnumerable<MatchPiece> pieces, ProblemList problems)
    {
        if (network.Source is not { Sha256: { } expected } source)
        {
            return;
        }

        var actual = Fingerprint(IpRangeSet.Of(pieces.Select(static piece => piece.Range)));
        if (!expected.Equals(actual, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(RuleIds.StaleSource, source.Sha256Range, $"The addresses of '{network.Name}' are not those of its 'sha256'; theirs is {actual}. Undo the change, or fetch the list from its source again.");
        }
    }

    /// <summary>Checks <c>max-age</c> on a day.</summary>
    internal static void CheckAge(Network network, CalendarDate today, ProblemList problems)
    {
        if (network.Source is { Fetched: { } later } future && later.CompareTo(today) > 0)
        {
            problems.Add(RuleIds.StaleSource, future.FetchedRange, $"The list of '{network.Name}' was fetched on {later}, which is yet to come. Write the day on which it was fetched.");
        }

        if (network.Source is { Fetched: { } fetched, MaxAge: { } days } source && fetched.DaysUntil(today) > days)
        {
            problems.Add(RuleIds.StaleSource, source.FetchedRange, $"The list of '{network.Name}' was fetched on {fetched}, more than {days} days ago. Fetch it from {Problem.Quote(source.Url)} again.");
        }
    }

    internal static string Fingerprint(IpRangeSet addresses)
    {
        using var sha256 = SHA256.Create();
        var text = string.Concat(addresses.ToPrefixes().Select(static prefix => prefix + "\n"));
        return string.Concat(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
