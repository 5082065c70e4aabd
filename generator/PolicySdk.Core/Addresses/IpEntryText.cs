namespace PolicySdk.Addresses;

/// <summary>
/// Reads what may stand in an entry: one address, a CIDR prefix, or <c>first-last</c>. One spelling for one meaning; the lenient
/// parsers of the platform are never asked.
/// </summary>
internal static class IpEntryText
{
    internal static bool TryParse(string text, out IpRange range, out IpTextFault fault)
    {
        range = default;
        var span = IpTextSpan.Of(text);
        fault = FindForeignText(span);
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        var isParsed = span.Contains('/') ? TryParsePrefix(span, out range, out fault)
            : span.Contains('-') && !IsHostName(span) ? TryParseRange(span, out range, out fault)
            : TryParseSingle(span, out range, out fault);
        if (isParsed && range.First.IsMapped && range.Last.IsMapped)
        {
            fault = span.Fault(IpTextFaultKind.Mapped);
            return false;
        }

        return isParsed;
    }

    internal static bool TryParseAddress(IpTextSpan text, out IpAddressValue address, out IpTextFault fault)
    {
        address = default;
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            var isIPv4 = IPv4Text.TryParse(text, out var value, out fault);
            address = IpAddressValue.IPv4(value);
            return isIPv4;
        }

        if (text.Slice(0, colon).Contains('.') && !text.Slice(colon + 1).Contains(':'))
        {
            fault = text.Slice(colon).Fault(IpTextFaultKind.Port);
            return false;
        }

        var isIPv6 = IPv6Text.TryParse(text, out var upper, out var lower, out fault);
        address = IpAddressValue.IPv6(upper, lower);
        return isIPv6;
    }

    private static IpTextFault FindForeignText(IpTextSpan text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var kind = text[i] switch
            {
                ' ' => IpTextFaultKind.Whitespace,
                < ' ' or > '~' => IpTextFaultKind.ForeignCharacter,
                '[' or ']' => IpTextFaultKind.Brackets,
                '%' => IpTextFaultKind.Zone,
                _ => IpTextFaultKind.None,
            };
            if (kind != IpTextFaultKind.None)
            {
                var length = char.IsSurrogatePair(text.Text, i) ? 2 : 1;
                return text.Slice(i, length).Fault(kind);
            }
        }

        return text.Length == 0 ? text.Fault(IpTextFaultKind.Empty) : default;
    }

    private static bool TryParseSingle(IpTextSpan text, out IpRange range, out IpTextFault fault)
    {
        var isParsed = TryParseAddress(text, out var address, out fault);
        range = new(address, address);
        return isParsed;
    }

    private static bool TryParsePrefix(IpTextSpan text, out IpRange range, out IpTextFault fault)
    {
        range = default;
        var slash = text.IndexOf('/');
        var (network, suffix) = (text.Slice(0, slash), text.Slice(slash + 1));
        if (network.Contains('-') && !IsHostName(network))
        {
            fault = text.Slice(slash).Fault(IpTextFaultKind.PrefixOnRange);
            return false;
        }

        if (!TryParseAddress(network, out var address, out fault)
            || !IpPrefixLengthText.TryParse(suffix, address, out var length, out fault))
        {
            return false;
        }

        var prefix = IpPrefix.Containing(address, length);
        fault = prefix.Network == address ? default : text.Fault(IpTextFaultKind.HostBitsSet);
        range = prefix.Range;
        return fault.Kind == IpTextFaultKind.None;
    }

    private static bool TryParseRange(IpTextSpan text, out IpRange range, out IpTextFault fault)
    {
        range = default;
        var hyphen = text.IndexOf('-');
        var (first, last) = (text.Slice(0, hyphen), text.Slice(hyphen + 1));
        if (first.Length == 0 || last.Length == 0 || last.Contains('-'))
        {
            fault = text.Fault(IpTextFaultKind.RangeMalformed);
            return false;
        }

        if (!TryParseAddress(first, out var low, out fault))
        {
            return false;
        }

        if (!TryParseAddress(last, out var high, out fault))
        {
            fault = fault.Kind is IpTextFaultKind.SingleNumber or IpTextFaultKind.TooFewParts ? last.Fault(IpTextFaultKind.ShortRangeEnd) : fault;
            return false;
        }

        range = new(low, high);
        fault = low.Family != high.Family ? text.Fault(IpTextFaultKind.RangeOfTwoFamilies)
            : low > high ? text.Fault(IpTextFaultKind.RangeReversed)
            : default;
        return fault.Kind == IpTextFaultKind.None;
    }

    private static bool IsHostName(IpTextSpan text) =>
        !text.Contains(':') && text.Any(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') and not ('x' or 'X'));
}
