using PolicySdk.Addresses;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>Finds an entry by what it says.</summary>
internal static class EntrySearch
{
    /// <summary>The entries of a list that say exactly these addresses, or name this network: one, or several that count at other times.</summary>
    /// <exception cref="CommandException">There is none; the message names one that covers the addresses.</exception>
    internal static IReadOnlyList<PolicyEntry> FindAll(PolicyFolder folder, PolicyList list, string target)
    {
        var isAddress = IpEntryText.TryParse(target, out var range, out _);
        var found = list.Entries.Where(entry => isAddress ? entry.Addresses == range : entry.Net == target).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        var part = Covering(list.Entries, target) is { } covering ? $" It is part of {covering.Text} ({folder.Shown(list.Path)}:{covering.Range.Line + 1})." : "";
        throw CommandException.Usage($"There is no entry {target} in {list.Place.Text}.{part}");
    }

    /// <summary>The only entry of a list that says exactly these addresses, or names this network.</summary>
    /// <exception cref="CommandException">There is none, or there are several.</exception>
    internal static PolicyEntry FindOne(PolicyFolder folder, PolicyList list, string target)
    {
        var found = FindAll(folder, list, target);
        var lines = string.Join(", ", found.Select(static entry => entry.Range.Line + 1));
        return found.Count == 1 ? found[0]
            : throw CommandException.Usage($"Several entries say {target}, in the lines {lines} of {folder.Shown(list.Path)}. Edit the one that is meant.");
    }

    /// <summary>An entry that covers addresses, or null.</summary>
    internal static PolicyEntry? Covering(IEnumerable<PolicyEntry> entries, string target) => IpEntryText.TryParse(target, out var range, out _)
        ? entries.FirstOrDefault(entry => entry.Addresses is { } addresses && addresses.Family == range.Family && addresses.Contains(range))
        : null;
}
