using PolicySdk.Addresses;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Differences;

/// <summary>A difference as a comment of a pull request.</summary>
internal static class DifferenceMarkdown
{
    // Comments of GitHub end at 65,536 characters.
    private const int MostCharacters = 60_000;

    internal static void Write(CommandConsole console, ProjectDifference difference)
    {
        console.WriteLine($"### Who may call: {difference.Verdict}");
        console.WriteLine();
        var left = MostCharacters;
        var lines = Lines(difference).ToList();
        var shown = lines.TakeWhile(line => (left -= line.Length + 1) >= 0).ToList();
        shown.ForEach(line => console.WriteLine(line));
        if (shown.Count < lines.Count)
        {
            console.WriteLine($"\n{lines.Count - shown.Count} lines more: `policysdk diff` shows them all.");
        }
    }

    private static IEnumerable<string> Lines(ProjectDifference difference)
    {
        var rows = difference.Policies.SelectMany(Rows).ToList();
        foreach (var row in rows.Count > 0 ? rows.Prepend("|---|---|---|---|---|").Prepend("| policy | callers | when | change | addresses |") : [])
        {
            yield return row;
        }

        foreach (var network in difference.Networks)
        {
            var reached = network.Policies.Count == 0 ? "no policy" : string.Join(", ", network.Policies.Select(Escape));
            yield return $"\nNetwork {Escape(network.Name)} changes, which reaches {reached}.";
        }

        foreach (var policy in difference.Incomparable)
        {
            yield return $"\n{Escape(policy)} has errors on both sides, and refuses everybody: its lists can't be compared.";
        }

        if (!difference.Trusted.Gained.IsEmpty || !difference.Trusted.Lost.IsEmpty || difference.ClientAddressChanges)
        {
            yield return "\n`client-address.yaml` changes: callers may be seen at other addresses, and others may name them.";
        }
    }

    private static IEnumerable<string> Rows(PolicyChange policy) =>
        DifferenceLines.Of(policy).Select(line => Row(policy.Name, "", "", Escape(line), ""))
            .Concat(policy.Callers.SelectMany(callers => callers.Changes.SelectMany(change =>
                Row(policy.Name, callers, change, "**gain**", change.Gained).Concat(Row(policy.Name, callers, change, "**lose**", change.Lost)))));

    private static IEnumerable<string> Row(string policy, CallerChange callers, AccessChange change, string verb, IpRangeSet set) => set.IsEmpty ? []
        : [Row(policy, DifferenceLines.Who(callers), DifferenceLines.When(change).Trim() is { Length: > 0 } when ? when : "from now on", verb, DifferenceLines.What(set))];

    private static string Row(string policy, string callers, string when, string change, string addresses) =>
        $"| {Escape(policy)} | {Escape(callers)} | {Escape(when)} | {change} | {Escape(addresses)} |";

    // The name of a policy without one is that of its file: any text. CommonMark takes a backslash before each ASCII mark as the mark itself (section 2.4).
    private static string Escape(string text) => string.Concat(text.Select(static c => c switch
    {
        '@' => "&#64;",
        '.' or ',' or ':' or '/' or '-' or '(' or ')' => c.ToString(),
        _ when char.IsAscii(c) && char.IsPunctuation(c) => "\\" + c,
        '<' or '>' or '|' or '`' or '$' or '^' or '+' or '=' or '~' => "\\" + c,
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));
}
