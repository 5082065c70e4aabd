namespace PolicySdk.Addresses;

/// <summary>
/// Reads what may stand in an entry: one address, a CIDR prefix, or <c>first-last</c>. One spelling for one meaning; the lenient
/// parsers of the platform are never asked.
/// </summary>
internal static class IpEntryText
{
    internal static bool TryParse(string text, out IpRange range, out IpTextFault fault)
    {
        fault = default;
        if (PlainIPv4.TryParse(text, out range))
        {
            return true;
        }

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

        if (!text.Slice(colon + 1).Contains(':') && IsHostAndPort(text, colon))
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

        if (IsAddressAfterHyphen(suffix))
        {
            fault = text.Fault(IpTextFaultKind.PrefixOnRange);
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
            var isShort = fault.Kind is IpTextFaultKind.SingleNumber or IpTextFaultKind.TooFewParts || (low.Family == IpAddressFamily.IPv6 && IsGroup(last));
            fault = isShort ? last.Fault(IpTextFaultKind.ShortRangeEnd) : fault;
            return false;
        }

        range = new(low, high);
        // A mapped end is an IPv4 address by another spelling.
        fault = low.Family != high.Family || low.IsMapped != high.IsMapped ? text.Fault(IpTextFaultKind.RangeOfTwoFamilies)
            : low > high ? text.Fault(IpTextFaultKind.RangeReversed)
            : default;
        return fault.Kind == IpTextFaultKind.None;
    }

    // A range of prefixes: 192.0.2.0/24-192.0.3.0/24.
    private static bool IsAddressAfterHyphen(IpTextSpan suffix) =>
        suffix.IndexOf('-') is > 0 and var hyphen && suffix.Slice(hyphen + 1).Any(static c => c is '.' or ':');

    // One colon is never IPv6: 192.0.2.1:443, localhost:443.
    private static bool IsHostAndPort(IpTextSpan text, int colon)
    {
        var (host, port) = (text.Slice(0, colon), text.Slice(colon + 1));
        return host.Contains('.') || (!IsGroup(host) && port.Length > 0 && !port.Any(static c => c is not (>= '0' and <= '9')));
    }

    // Letters before the first hyphen, unless they make a number hexadecimal.
    private static bool IsHostName(IpTextSpan text)
    {
        var start = text.Slice(0, Math.Max(text.IndexOf('-'), 0));
        return !text.Contains(':')
            && start.Any(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            && start.Text.IndexOf("0x", start.Start, start.Length, StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static bool IsGroup(IpTextSpan text) =>
        text.Length <= 4 && !text.Any(static c => c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')));
}
