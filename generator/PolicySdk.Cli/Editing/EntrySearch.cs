using PolicySdk.Addresses;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>Finds an entry by what it says.</summary>
internal static class EntrySearch
{
    /// <summary>The entry of a list that says exactly these addresses, or names this network.</summary>
    /// <exception cref="CommandException">There is none; the message names the one that covers the addresses.</exception>
    internal static PolicyEntry Find(PolicyFolder folder, PolicyList list, string target)
    {
        var isAddress = IpEntryText.TryParse(target, out var range, out _);
        if (list.Entries.FirstOrDefault(entry => isAddress ? entry.Addresses == range : entry.Net == target) is { } found)
        {
            return found;
        }

        var covering = list.Entries.FirstOrDefault(entry => isAddress && entry.Addresses is { } addresses && addresses.Family == range.Family && addresses.Contains(range));
        throw CommandException.Usage($"There is no entry {target} in {list.Place.Text}.{(covering is null ? "" : $" It is part of {covering.Text} ({folder.Shown(list.Path)}:{covering.Range.Line + 1}).")}");
    }
}
