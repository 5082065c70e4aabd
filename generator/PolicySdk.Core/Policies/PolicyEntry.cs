using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>An entry of a list: an address text, or the name of a network; exactly one of <c>Addresses</c> and <c>Net</c> is there.</summary>
/// <param name="Range">Where the address or the network's name stands.</param>
/// <param name="Addresses">The addresses, or null.</param>
/// <param name="Net">The network's name, or null.</param>
/// <param name="Details">What else it says; one object for all that say nothing else, which are most of a long list.</param>
internal sealed record PolicyEntry(TextRange Range, IpRange? Addresses, string? Net, EntryDetails Details)
{
    internal EquatableArray<PolicyEntry> Except => Details.Except;

    internal string? Note => Details.Note;

    internal string? Owner => Details.Owner;

    internal string? Ticket => Details.Ticket;

    internal CalendarDate? From => Details.From;

    internal CalendarDate? Expires => Details.Expires;

    internal EquatableArray<string> OnlyIn => Details.OnlyIn;

    internal string? Off => Details.Off;

    internal CalendarDate? Reviewed => Details.Reviewed;

    internal EquatableArray<Waiver> Waivers => Details.Waivers;

    internal EntryPlaces? Places => Details.Places;

    /// <summary>Whether it says nothing but which addresses.</summary>
    internal bool IsBare => ReferenceEquals(Details, EntryDetails.None);

    /// <summary>The last day on which it lets anybody in: a waiver that opens the door ends it too.</summary>
    internal CalendarDate? LastDay =>
        Waivers.Count == 0 ? Expires : Waivers.Where(static waiver => waiver.OpensDoor).Select(static waiver => waiver.Until).Append(Expires).Min();

    /// <summary>What it is called in a message: its addresses or its network.</summary>
    internal string Text => Addresses is { } addresses ? addresses.ToString() : $"network '{Net}'";

    /// <summary>An entry that says nothing but which addresses.</summary>
    internal static PolicyEntry Bare(TextRange range, IpRange? addresses, string? net) => new(range, addresses, net, EntryDetails.None);

    internal bool Waives(string rule) => Waivers.Count > 0 && Waivers.Any(waiver => waiver.Rule == rule);
}
