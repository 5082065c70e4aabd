using PolicySdk.Addresses;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>Says of a fault in an address text which rule it breaks and what to write instead.</summary>
internal static class AddressRules
{
    internal static void Report(ProblemList problems, YamlScalar scalar, IpTextFault fault)
    {
        var range = scalar.Locate(fault.Offset, fault.Length);
        problems.Add(RuleOf(fault.Kind), range, Describe(scalar.Text, fault));
    }

    internal static string RuleOf(IpTextFaultKind kind) => kind switch
    {
        IpTextFaultKind.LeadingZero or IpTextFaultKind.Hexadecimal or IpTextFaultKind.SingleNumber or IpTextFaultKind.TooFewParts => RuleIds.AmbiguousIPv4,
        IpTextFaultKind.PrefixMissing or IpTextFaultKind.PrefixMalformed or IpTextFaultKind.PrefixOutOfRange or IpTextFaultKind.PrefixOnRange
            or IpTextFaultKind.RangeReversed or IpTextFaultKind.RangeOfTwoFamilies or IpTextFaultKind.RangeMalformed => RuleIds.MalformedPrefixOrRange,
        IpTextFaultKind.HostBitsSet => RuleIds.HostBitsSet,
        IpTextFaultKind.Whitespace or IpTextFaultKind.Brackets or IpTextFaultKind.Port or IpTextFaultKind.Zone => RuleIds.SurroundingText,
        IpTextFaultKind.Mapped => RuleIds.EmbeddedIPv4,
        _ => RuleIds.NotAnAddress,
    };

    private static string Describe(string text, IpTextFault fault)
    {
        var whole = Problem.Quote(text);
        var part = Problem.Quote(text.Substring(fault.Offset, fault.Length));
        return fault.Kind switch
        {
            IpTextFaultKind.Empty => "An address is missing. Write one address, a prefix such as 192.0.2.0/24, or first-last.",
            IpTextFaultKind.ForeignCharacter => $"{whole} holds the character {YamlTextCheck.CodePoint(text, fault.Offset)}; an address is plain ASCII. Type it anew.",
            IpTextFaultKind.HostName => $"{part} is not an address. Names are not resolved: write the address, a prefix or first-last.",
            IpTextFaultKind.Wildcard => $"{part} is a wildcard.{Offer(AddressSuggestions.ForWildcard(text))}",
            IpTextFaultKind.MalformedIPv4 => $"{whole} is not an IPv4 address: it takes exactly four numbers from 0 to 255.",
            IpTextFaultKind.MalformedIPv6 => $"{whole} is not an IPv6 address: it takes eight groups of up to four hexadecimal digits, with '::' at most once.",
            IpTextFaultKind.PartOutOfRange => $"{part} in {whole} is more than 255.",
            IpTextFaultKind.Netmask => $"{whole} has a netmask.{Offer(AddressSuggestions.ForNetmask(text))}",
            IpTextFaultKind.ShortRangeEnd => $"{whole} has a shortened end.{Offer(AddressSuggestions.ForShortRange(text))}",
            IpTextFaultKind.LeadingZero => $"{part} in {whole} has a leading zero, which some programs read as octal. Write the decimal number without it.",
            IpTextFaultKind.Hexadecimal => $"{part} is hexadecimal. Write four decimal numbers.",
            IpTextFaultKind.SingleNumber => $"{part} is a single number. Write four decimal numbers with dots.",
            IpTextFaultKind.TooFewParts => $"{part} has fewer than four parts, which some programs fill up in surprising ways. Write all four.",
            IpTextFaultKind.PrefixMissing => $"{whole} ends after the '/'. Write the prefix length, or leave out the '/' for a single address.",
            IpTextFaultKind.PrefixMalformed => $"{part} is not a prefix length: a decimal number without sign or leading zero.",
            IpTextFaultKind.PrefixOutOfRange => $"{part} is too long for a prefix: at most 32 for IPv4, 128 for IPv6.",
            IpTextFaultKind.PrefixOnRange => $"{whole} mixes a range with a prefix length. Write a range as first-last, two addresses, or write prefixes as entries of their own.",
            IpTextFaultKind.RangeReversed => $"{whole} ends before it starts. Swap the two addresses.",
            IpTextFaultKind.RangeOfTwoFamilies => $"{whole} runs from one address family into the other. Write two entries.",
            IpTextFaultKind.RangeMalformed => $"{whole} is not a range. Write first-last, with one '-' and two whole addresses.",
            IpTextFaultKind.HostBitsSet => $"{whole} has host bits set.{Offer(AddressSuggestions.ForHostBits(text))}",
            IpTextFaultKind.Whitespace => $"{whole} holds a space. An entry is one address, one prefix or one range.",
            IpTextFaultKind.Brackets => $"{whole} has brackets. Write the address alone, without brackets and port.",
            IpTextFaultKind.Port => $"{whole} has a port. Write the address alone.",
            IpTextFaultKind.Zone => $"{whole} has a zone id ('%'), which means something on one machine only. Write the address alone.",
            IpTextFaultKind.Mapped => $"{whole} is the IPv4-mapped form of IPv4.{Offer(AddressSuggestions.ForMapped(text))}",
            _ => $"{whole} is not an address, prefix or range.",
        };
    }

    private static string Offer(string? suggestion) => suggestion is null ? " Write an address, a prefix or first-last." : $" Write {suggestion}.";
}
