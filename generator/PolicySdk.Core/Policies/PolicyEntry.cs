using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>An entry of a list: an address text, or the name of a network; exactly one of <c>Addresses</c> and <c>Net</c> is there.</summary>
/// <param name="Range">Where the address or the network's name stands.</param>
/// <param name="Addresses">The addresses, or null.</param>
/// <param name="Net">The network's name, or null.</param>
/// <param name="Except">What is subtracted.</param>
/// <param name="Note">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Ticket">A reference, or null.</param>
/// <param name="From">The first day on which it counts, or null.</param>
/// <param name="Expires">The last day on which it counts, or null.</param>
/// <param name="OnlyIn">The environments in which it counts; empty means all.</param>
/// <param name="Off">The reason why it is kept but not compiled, or null.</param>
internal sealed record PolicyEntry(
    TextRange Range,
    IpRange? Addresses,
    string? Net,
    EquatableArray<PolicyEntry> Except,
    string? Note,
    string? Owner,
    string? Ticket,
    CalendarDate? From,
    CalendarDate? Expires,
    EquatableArray<string> OnlyIn,
    string? Off)
{
    /// <summary>The day of the last review, or null.</summary>
    internal CalendarDate? Reviewed { get; init; }

    /// <summary>The rules that it silences.</summary>
    internal EquatableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Where its dates and its ticket stand; null for an address alone.</summary>
    internal EntryPlaces? Places { get; init; }

    /// <summary>The last day on which it lets anybody in: a waiver that opens the door ends it too.</summary>
    internal CalendarDate? LastDay =>
        Waivers.Count == 0 ? Expires : Waivers.Where(static waiver => waiver.OpensDoor).Select(static waiver => waiver.Until).Append(Expires).Min();

    /// <summary>What it is called in a message: its addresses or its network.</summary>
    internal string Text => Addresses is { } addresses ? addresses.ToString() : $"network '{Net}'";

    /// <summary>An entry that says nothing but which addresses.</summary>
    internal static PolicyEntry Bare(TextRange range, IpRange? addresses, string? net) => new(range, addresses, net, [], null, null, null, null, null, [], null);

    internal bool Waives(string rule) => Waivers.Any(waiver => waiver.Rule == rule);
}

/// <summary>Where parts of an entry stand; a part that is not there has no length.</summary>
internal sealed record EntryPlaces(TextRange Ticket, TextRange From, TextRange Expires, TextRange Reviewed);
