namespace PolicySdk.Addresses;

/// <summary>
/// Reads IPv6 text (RFC 4291 2.2): eight groups of one to four hexadecimal digits, one <c>::</c> for at least one group of zeros,
/// the last two groups as IPv4 if wanted.
/// </summary>
internal static class IPv6Text
{
    private const int GroupCount = 8;

    internal static bool TryParse(IpTextSpan text, out ulong upper, out ulong lower, out IpTextFault fault)
    {
        (upper, lower) = (0, 0);
        var gap = text.Text.IndexOf("::", text.Start, text.Length, StringComparison.Ordinal) - text.Start;
        var groups = new ushort[GroupCount];
        var count = 0;
        if (gap < 0)
        {
            if (!TryReadGroups(text, groups, ref count, out fault))
            {
                return false;
            }

            fault = count == GroupCount ? default : text.Fault(IpTextFaultKind.MalformedIPv6);
        }
        else
        {
            var tail = text.Slice(gap + 2);
            var tailGroups = new ushort[GroupCount];
            var tailCount = 0;
            if (!TryReadGroups(text.Slice(0, gap), groups, ref count, out fault, isHead: true)
                || !TryReadGroups(tail, tailGroups, ref tailCount, out fault))
            {
                return false;
            }

            fault = count + tailCount < GroupCount ? default : text.Fault(IpTextFaultKind.MalformedIPv6);
            Array.Copy(tailGroups, 0, groups, Math.Max(0, GroupCount - tailCount), Math.Min(tailCount, GroupCount));
        }

        for (var i = 0; i < 4; i++)
        {
            upper = (upper << 16) | groups[i];
            lower = (lower << 16) | groups[i + 4];
        }

        return fault.Kind == IpTextFaultKind.None;
    }

    private static bool TryReadGroups(IpTextSpan text, ushort[] groups, ref int count, out IpTextFault fault, bool isHead = false)
    {
        fault = default;
        if (text.Length == 0)
        {
            return true;
        }

        for (var rest = text; ;)
        {
            var colon = rest.IndexOf(':');
            var group = colon < 0 ? rest : rest.Slice(0, colon);
            var isTail = colon < 0 && !isHead && group.Contains('.');
            if (isTail ? !TryReadIPv4Tail(group, groups, ref count, out fault) : !TryReadGroup(group, groups, ref count, out fault))
            {
                return false;
            }

            if (colon < 0)
            {
                return true;
            }

            rest = rest.Slice(colon + 1);
        }
    }

    private static bool TryReadGroup(IpTextSpan group, ushort[] groups, ref int count, out IpTextFault fault)
    {
        fault = group.Length is 0 or > 4 || count == GroupCount || group.Any(static c => HexDigit(c) < 0)
            ? group.Fault(IpTextFaultKind.MalformedIPv6)
            : default;
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        var value = 0;
        for (var i = 0; i < group.Length; i++)
        {
            value = (value << 4) | HexDigit(group[i]);
        }

        groups[count++] = (ushort)value;
        return true;
    }

    private static bool TryReadIPv4Tail(IpTextSpan tail, ushort[] groups, ref int count, out IpTextFault fault)
    {
        if (!IPv4Text.TryParse(tail, out var value, out fault))
        {
            return false;
        }

        fault = count > GroupCount - 2 ? tail.Fault(IpTextFaultKind.MalformedIPv6) : default;
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        groups[count++] = (ushort)(value >> 16);
        groups[count++] = (ushort)(value & 0xFFFF);
        return true;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
