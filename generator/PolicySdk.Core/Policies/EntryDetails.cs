using PolicySdk.Collections;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>What an entry says besides its addresses.</summary>
/// <param name="Except">What is subtracted.</param>
/// <param name="Note">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Ticket">A reference, or null.</param>
/// <param name="From">The first day on which it counts, or null.</param>
/// <param name="Expires">The last day on which it counts, or null.</param>
/// <param name="OnlyIn">The environments in which it counts; empty means all.</param>
/// <param name="Off">The reason why it is kept but not compiled, or null.</param>
internal sealed record EntryDetails(
    EquatableArray<PolicyEntry> Except,
    string? Note,
    string? Owner,
    string? Ticket,
    CalendarDate? From,
    CalendarDate? Expires,
    EquatableArray<string> OnlyIn,
    string? Off)
{
    /// <summary>Nothing.</summary>
    internal static readonly EntryDetails None = new([], null, null, null, null, null, [], null);

    /// <summary>The day of the last review, or null.</summary>
    internal CalendarDate? Reviewed { get; init; }

    /// <summary>The rules that it silences.</summary>
    internal EquatableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Where its dates and its ticket stand; null for an address alone.</summary>
    internal EntryPlaces? Places { get; init; }
}

/// <summary>Where parts of an entry stand; a part that is not there has no length.</summary>
internal sealed record EntryPlaces(TextRange Ticket, TextRange From, TextRange Expires, TextRange Reviewed);
