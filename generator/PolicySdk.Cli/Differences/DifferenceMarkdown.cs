using PolicySdk.Addresses;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Differences;

/// <summary>A difference as a comment of a pull request.</summary>
internal static class DifferenceMarkdown
{
    internal static void Write(CommandConsole console, ProjectDifference difference)
    {
        console.WriteLine($"### Who may call: {difference.Verdict}");
        console.WriteLine();
        if (difference.Policies.Count > 0)
        {
            console.WriteLine("| policy | callers | when | change | addresses |");
            console.WriteLine("|---|---|---|---|---|");
        }

        foreach (var policy in difference.Policies)
        {
            foreach (var line in DifferenceLines.Of(policy))
            {
                console.WriteLine(Row(policy.Name, "", "", line, ""));
            }

            foreach (var callers in policy.Callers)
            {
                foreach (var change in callers.Changes)
                {
                    Write(console, policy, callers, change, "gain", change.Gained);
                    Write(console, policy, callers, change, "lose", change.Lost);
                }
            }
        }

        foreach (var network in difference.Networks)
        {
            console.WriteLine($"\nNetwork `{network.Name}` changes, which reaches {(network.Policies.Count == 0 ? "no policy" : string.Join(", ", network.Policies.Select(static policy => $"`{policy}`")))}.");
        }

        if (!difference.Trusted.Gained.IsEmpty || !difference.Trusted.Lost.IsEmpty || difference.ClientAddressChanges)
        {
            console.WriteLine("\n`client-address.yaml` changes: callers may be seen at other addresses, and others may name them.");
        }
    }

    private static void Write(CommandConsole console, PolicyChange policy, CallerChange callers, AccessChange change, string verb, IpRangeSet set)
    {
        if (!set.IsEmpty)
        {
            console.WriteLine(Row(policy.Name, DifferenceLines.Who(callers), DifferenceLines.When(change).Trim() is { Length: > 0 } when ? when : "from now on", $"**{verb}**", DifferenceLines.What(set)));
        }
    }

    // Names are letters and digits; a client's may hold what tables are made of.
    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
