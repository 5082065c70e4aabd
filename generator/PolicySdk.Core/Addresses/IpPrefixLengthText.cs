using System.Globalization;

namespace PolicySdk.Addresses;

/// <summary>Reads the decimal number after the slash of a CIDR prefix: no sign, no leading zero, no netmask.</summary>
internal static class IpPrefixLengthText
{
    internal static bool TryParse(IpTextSpan text, IpAddressValue address, out int length, out IpTextFault fault)
    {
        length = 0;
        var isNumber = text.Length > 0 && !text.Any(static c => c is not (>= '0' and <= '9'));
        fault = text.Length == 0 ? text.Fault(IpTextFaultKind.PrefixMissing)
            : text.Contains('.') && TryParseNetmask(text, out _) ? text.Fault(IpTextFaultKind.Netmask)
            : !isNumber || (text.Length > 1 && text[0] == '0') ? text.Fault(IpTextFaultKind.PrefixMalformed)
            : text.Length > 3 ? text.Fault(IpTextFaultKind.PrefixOutOfRange)
            : default;
        if (fault.Kind != IpTextFaultKind.None)
        {
            return false;
        }

        length = int.Parse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        fault = length > address.Width ? text.Fault(IpTextFaultKind.PrefixOutOfRange) : default;
        return fault.Kind == IpTextFaultKind.None;
    }

    /// <summary>Reads <c>255.255.255.0</c>, or the wildcard form <c>0.0.0.255</c>, as a prefix length; false if it is neither.</summary>
    internal static bool TryParseNetmask(IpTextSpan text, out int? length)
    {
        length = null;
        if (!IPv4Text.TryParse(text, out var mask, out _))
        {
            return false;
        }

        var bits = mask >> 31 == 0 && mask != 0 ? ~mask : mask;
        for (var candidate = 0; candidate <= 32; candidate++)
        {
            var expected = candidate == 0 ? 0 : uint.MaxValue << (32 - candidate);
            length = expected == bits ? candidate : length;
        }

        return true;
    }
}
