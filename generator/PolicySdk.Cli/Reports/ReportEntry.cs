using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Reports;

/// <summary>An entry as its file says it, with what the file says around it.</summary>
/// <param name="Holder">The policy or network.</param>
/// <param name="List"><c>allow</c>, <c>block</c>, a client, or <c>network</c>.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Owner">Who answers for it: its own owner, or that of the client, network or policy; or null.</param>
/// <param name="File">The file, as the user sees it.</param>
internal sealed record ReportEntry(string Holder, string List, PolicyEntry Entry, string? Owner, string File)
{
    internal string Text => Entry.Addresses?.ToString() ?? Entry.Net!;

    internal int Line => Entry.Range.Line + 1;

    /// <summary>How many addresses it names itself; null for one that names a network.</summary>
    internal BigInteger? Count => Entry.Addresses?.Count;

    /// <summary>How wide it is among all of its family: what is left of the prefix. Entries of both families are compared by it.</summary>
    internal double Width => Entry.Addresses is { } range ? BigInteger.Log(range.Count, 2) / (range.Family == IpAddressFamily.IPv4 ? 32 : 128) : 0;

    internal static IReadOnlyList<ReportEntry> Of(ProjectFiles project, Func<string, string> shown) =>
    [
        .. project.Policies.OrderBy(static policy => policy.Name, StringComparer.Ordinal).SelectMany(policy =>
            policy.Allow.Select(entry => new ReportEntry(policy.Name, "allow", entry, entry.Owner ?? policy.Owner, shown(policy.Path)))
                .Concat(policy.Clients.SelectMany(client => client.Allow.Select(entry => new ReportEntry(policy.Name, $"client {client.Id}", entry, entry.Owner ?? client.Owner ?? policy.Owner, shown(policy.Path)))))
                .Concat(policy.Block.Select(entry => new ReportEntry(policy.Name, "block", entry, entry.Owner ?? policy.Owner, shown(policy.Path))))),
        .. project.Files.OfType<NetworksDocument>().SelectMany(static file => file.Networks).OrderBy(static network => network.Name, StringComparer.Ordinal).SelectMany(network =>
            network.Addresses.Select(entry => new ReportEntry(network.Name, "network", entry, entry.Owner ?? network.Owner, shown(network.Path)))),
    ];
}
