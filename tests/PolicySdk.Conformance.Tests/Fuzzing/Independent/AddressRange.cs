using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>All addresses from one to another of its family.</summary>
internal readonly record struct AddressRange(Address First, Address Last)
{
    internal bool IsWholeFamily => First.Value == 0 && Last.Value == First.Greatest;

    /// <summary>Reads an address, a prefix or <c>first-last</c>; null if it is none of them.</summary>
    internal static AddressRange? Parse(string text)
    {
        var range = text.Contains('/') ? ParsePrefix(text.Split('/')) : text.Contains('-') ? ParseEnds(text.Split('-')) : ParseEnds([text, text]);
        return range is { First.IsMapped: true, Last.IsMapped: true } ? null : range;
    }

    internal bool Contains(Address address) => address.IsIPv4 == First.IsIPv4 && First.Value <= address.Value && address.Value <= Last.Value;

    /// <summary>Whether it has more addresses than a prefix of a length.</summary>
    internal bool IsWiderThan(int length) => length > 0 && (Last.Value - First.Value) >> (First.Width - length) != 0;

    private static AddressRange? ParsePrefix(string[] parts)
    {
        if (parts.Length != 2 || Address.Parse(parts[0]) is not { } first || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length.ToString(CultureInfo.InvariantCulture) != parts[1] || length > first.Width)
        {
            return null;
        }

        var hosts = length == 0 ? first.Greatest : (UInt128.One << (first.Width - length)) - 1;
        return (first.Value & hosts) == 0 ? new(first, first with { Value = first.Value | hosts }) : null;
    }

    private static AddressRange? ParseEnds(string[] ends) =>
        ends.Length == 2 && Address.Parse(ends[0]) is { } first && Address.Parse(ends[1]) is { } last
        && first.IsIPv4 == last.IsIPv4 && first.IsMapped == last.IsMapped && first.Value <= last.Value
            ? new(first, last)
            : null;
}
