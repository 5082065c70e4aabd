using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Reports;

/// <summary>An entry as its file says it, with what the file says around it.</summary>
/// <param name="Holder">The policy or network.</param>
/// <param name="Place">The list of it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Owner">Who answers for it: its own owner, or that of the client, network or policy; or null.</param>
/// <param name="File">The file, as the user sees it.</param>
internal sealed record ReportEntry(string Holder, ListPlace Place, PolicyEntry Entry, string? Owner, string File)
{
    /// <summary>The list in a column: <c>allow</c>, <c>block</c>, <c>client</c> and its id, or <c>network</c>.</summary>
    internal string List => Place.Kind switch
    {
        ListKind.Allow => Keys.Allow,
        ListKind.Block => Keys.Block,
        ListKind.Client => $"client {Place.Name}",
        _ => "network",
    };

    internal string Text => Entry.Addresses?.ToString() ?? Entry.Net!;

    internal int Line => Entry.Range.Line + 1;

    /// <summary>How many addresses it names itself; null for one that names a network.</summary>
    internal BigInteger? Count => Entry.Addresses?.Count;

    /// <summary>How wide it is among all of its family: what is left of the prefix. Entries of both families are compared by it.</summary>
    internal double Width => Entry.Addresses is { } range ? BigInteger.Log(range.Count, 2) / (range.Family == IpAddressFamily.IPv4 ? 32 : 128) : 0;

    internal static IReadOnlyList<ReportEntry> Of(ProjectFiles project, Func<string, string> shown)
    {
        var lists = project.Files.SelectMany(PolicyList.Of).OrderBy(static list => list.Place.Kind == ListKind.Network).ThenBy(static list => list.Holder, StringComparer.Ordinal);
        return [.. lists.SelectMany(list => list.Entries.Select(entry => new ReportEntry(list.Holder, list.Place, entry, entry.Owner ?? list.Owner, shown(list.Path))))];
    }
}
