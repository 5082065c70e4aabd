using PolicySdk.Addresses;
using PolicySdk.Cli.Output;
using Spectre.Console;

namespace PolicySdk.Cli.Differences;

/// <summary>A difference for a terminal.</summary>
internal static class DifferenceText
{
    internal static void Write(CommandConsole console, ProjectDifference difference)
    {
        foreach (var policy in difference.Policies)
        {
            console.WriteLine($"{policy.Name} ({(policy.After ?? policy.Before)!.Path}): {policy.Verdict}", new Style(decoration: Decoration.Bold));
            foreach (var line in DifferenceLines.Of(policy))
            {
                console.WriteLine($"  {line}");
            }

            foreach (var callers in policy.Callers)
            {
                console.WriteLine($"  {DifferenceLines.Who(callers)}");
                foreach (var change in callers.Changes)
                {
                    Write(console, "gain", change.Gained, change, Color.Green);
                    Write(console, "lose", change.Lost, change, Color.Red);
                }
            }

            console.WriteLine();
        }

        foreach (var network in difference.Networks)
        {
            console.WriteLine($"network {network.Name} changes, which reaches {(network.Policies.Count == 0 ? "no policy" : string.Join(", ", network.Policies))}");
        }

        foreach (var policy in difference.Incomparable)
        {
            console.WriteLine($"{policy} has errors on both sides, and refuses everybody: its lists can't be compared");
        }

        WriteTrust(console, difference);
        console.WriteLine(difference.Verdict, new Style(decoration: Decoration.Bold));
    }

    private static void Write(CommandConsole console, string verb, IpRangeSet set, AccessChange change, Color color)
    {
        if (!set.IsEmpty)
        {
            console.WriteLine($"    {verb}{DifferenceLines.When(change)} {DifferenceLines.What(set)}", color);
        }
    }

    private static void WriteTrust(CommandConsole console, ProjectDifference difference)
    {
        if (!difference.Trusted.Gained.IsEmpty)
        {
            console.WriteLine($"client-address.yaml trusts {DifferenceLines.What(difference.Trusted.Gained)}: who sits there may name any caller", Color.Green);
        }

        if (!difference.Trusted.Lost.IsEmpty)
        {
            console.WriteLine($"client-address.yaml trusts no longer {DifferenceLines.What(difference.Trusted.Lost)}", Color.Red);
        }

        if (difference.ClientAddressChanges)
        {
            console.WriteLine("client-address.yaml has another header or limit: callers may be seen at other addresses");
        }
    }
}
