using PolicySdk.Addresses;
using PolicySdk.Cli.Commands;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>Finds an entry by what it says.</summary>
internal static class EntrySearch
{
    /// <summary>The entry of a list that says exactly these addresses, or names this network.</summary>
    /// <exception cref="CommandException">There is none; the message names the one that covers the addresses.</exception>
    internal static PolicyEntry Find(PolicyFolder folder, ListPlace place, string path, string target)
    {
        var entries = ListOptions.Entries(folder.Parse(), place, path).ToList();
        var isAddress = IpEntryText.TryParse(target, out var range, out _);
        if (entries.Find(entry => isAddress ? entry.Addresses == range : entry.Net == target) is { } found)
        {
            return found;
        }

        var covering = entries.Find(entry => isAddress && entry.Addresses is { } addresses && addresses.Family == range.Family && addresses.Contains(range));
        throw CommandException.Usage($"{target} is no entry of {place.Text}.{(covering is null ? "" : $" It is part of {covering.Text} ({folder.Shown(path)}:{covering.Range.Line + 1}).")}");
    }
}
