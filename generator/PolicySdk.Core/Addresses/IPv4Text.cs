namespace PolicySdk.Addresses;

/// <summary>
/// Reads IPv4 text strictly: four decimal parts, 0 to 255, no leading zero. What <c>inet_aton</c> also takes (octal, hexadecimal,
/// fewer parts) means another address to another reader, and is a fault of its own.
/// </summary>
internal static class IPv4Text
{
    private const int PartCount = 4;

    internal static bool TryParse(IpTextSpan text, out uint value, out IpTextFault fault)
    {
        value = 0;
        fault = FindForeignForm(text);
        fault = fault.Kind == IpTextFaultKind.None ? FindForeignShape(text) : fault;
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        var rest = text;
        for (var i = 0; i < PartCount; i++)
        {
            var part = TakePart(ref rest);
            if (!TryParsePart(part, out var number, out fault))
            {
                return false;
            }

            value = (value << 8) | number;
        }

        return true;
    }

    private static IpTextFault FindForeignForm(IpTextSpan text)
    {
        if (text.Length == 0)
        {
            return text.Fault(IpTextFaultKind.Empty);
        }

        if (text.Contains('*'))
        {
            return text.Slice(text.IndexOf('*'), 1).Fault(IpTextFaultKind.Wildcard);
        }

        if (text.Any(static c => c is 'x' or 'X') && !text.Any(static c => !IsHexForm(c)))
        {
            return text.Fault(IpTextFaultKind.Hexadecimal);
        }

        return text.Any(static c => c is not ('.' or (>= '0' and <= '9'))) ? text.Fault(IpTextFaultKind.HostName)
            : !text.Contains('.') ? text.Fault(IpTextFaultKind.SingleNumber)
            : default;
    }

    // The number of parts comes before what is in them: in 127.66051 the last part is not too large but too much for one.
    private static IpTextFault FindForeignShape(IpTextSpan text)
    {
        var count = 1;
        for (var rest = text; ; count++)
        {
            var isLast = !rest.Contains('.');
            var part = TakePart(ref rest);
            if (part.Length == 0)
            {
                return part.Fault(IpTextFaultKind.MalformedIPv4);
            }

            if (isLast)
            {
                break;
            }
        }

        return count < PartCount ? text.Fault(IpTextFaultKind.TooFewParts)
            : count > PartCount ? text.Fault(IpTextFaultKind.MalformedIPv4)
            : default;
    }

    private static IpTextSpan TakePart(ref IpTextSpan rest)
    {
        var dot = rest.IndexOf('.');
        var part = dot < 0 ? rest : rest.Slice(0, dot);
        rest = rest.Slice(dot < 0 ? rest.Length : dot + 1);
        return part;
    }

    private static bool TryParsePart(IpTextSpan part, out uint number, out IpTextFault fault)
    {
        number = 0;
        fault = part.Length == 0 ? part.Fault(IpTextFaultKind.MalformedIPv4)
            : part.Length > 1 && part[0] == '0' ? part.Fault(IpTextFaultKind.LeadingZero)
            : part.Length > 3 ? part.Fault(IpTextFaultKind.PartOutOfRange)
            : default;
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        for (var i = 0; i < part.Length; i++)
        {
            number = (number * 10) + (uint)(part[i] - '0');
        }

        fault = number > 255 ? part.Fault(IpTextFaultKind.PartOutOfRange) : default;
        return number <= 255;
    }

    private static bool IsHexForm(char c) => c is '.' or 'x' or 'X' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
