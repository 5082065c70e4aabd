using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Which fault kinds a rule name of the shared cases may come out as, and the texts where another kind is as good.</summary>
internal static class FaultKindsByRule
{
    internal static readonly IReadOnlyDictionary<string, IpTextFaultKind[]> Table = new Dictionary<string, IpTextFaultKind[]>
    {
        ["bad-ipv4"] = [IpTextFaultKind.MalformedIPv4],
        // What is wrong with an embedded IPv4 tail keeps its own name.
        ["bad-ipv6"] =
        [
            IpTextFaultKind.MalformedIPv6, IpTextFaultKind.MalformedIPv4, IpTextFaultKind.PartOutOfRange, IpTextFaultKind.TooFewParts,
            IpTextFaultKind.Hexadecimal, IpTextFaultKind.HostName,
        ],
        ["bad-prefix"] = [IpTextFaultKind.PrefixMalformed, IpTextFaultKind.PrefixMissing],
        ["bad-range"] = [IpTextFaultKind.RangeMalformed],
        ["brackets-or-port"] = [IpTextFaultKind.Brackets, IpTextFaultKind.Port],
        ["control-char"] = [IpTextFaultKind.ForeignCharacter],
        ["empty"] = [IpTextFaultKind.Empty],
        ["hex-octet"] = [IpTextFaultKind.Hexadecimal],
        ["host-bits-set"] = [IpTextFaultKind.HostBitsSet],
        ["inner-whitespace"] = [IpTextFaultKind.Whitespace],
        ["ipv4-mapped"] = [IpTextFaultKind.Mapped],
        ["leading-zero"] = [IpTextFaultKind.LeadingZero],
        ["netmask-form"] = [IpTextFaultKind.Netmask],
        ["non-ascii"] = [IpTextFaultKind.ForeignCharacter],
        ["not-an-address"] = [IpTextFaultKind.HostName],
        ["octet-out-of-range"] = [IpTextFaultKind.PartOutOfRange],
        ["outer-whitespace"] = [IpTextFaultKind.Whitespace],
        ["prefix-leading-zero"] = [IpTextFaultKind.PrefixMalformed],
        ["prefix-out-of-range"] = [IpTextFaultKind.PrefixOutOfRange],
        ["range-with-prefix"] = [IpTextFaultKind.PrefixOnRange],
        ["reversed-range"] = [IpTextFaultKind.RangeReversed],
        ["short-form"] = [IpTextFaultKind.SingleNumber, IpTextFaultKind.TooFewParts],
        ["short-range-end"] = [IpTextFaultKind.ShortRangeEnd],
        ["wildcard"] = [IpTextFaultKind.Wildcard],
        ["zone-id"] = [IpTextFaultKind.Zone],
    };

    /// <summary>Texts with several faults, where the parser names another one first; grouped by the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, IpTextFaultKind> Exceptions = new Dictionary<string, IpTextFaultKind>
    {
        // Hexadecimal digits and a wrong number of parts: that some programs take 0x at all is the graver news.
        ["0..0x300"] = IpTextFaultKind.Hexadecimal,
        ["0..0x300."] = IpTextFaultKind.Hexadecimal,
        ["0000X9D.0x3B.0X19.0x1B"] = IpTextFaultKind.Hexadecimal,
        ["0x1.2.3.4.5"] = IpTextFaultKind.Hexadecimal,
        ["0x1.2.3.4.5."] = IpTextFaultKind.Hexadecimal,
        ["0x100.2.3.4."] = IpTextFaultKind.Hexadecimal,
    };
}
