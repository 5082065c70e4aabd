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
            : IsAddress(text) ? text.Fault(IpTextFaultKind.Netmask)
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

    private static bool IsAddress(IpTextSpan text) =>
        text.Contains(':') ? IPv6Text.TryParse(text, out _, out _, out _) : text.Contains('.') && IPv4Text.TryParse(text, out _, out _);

    /// <summary>
    /// Reads <c>255.255.255.0</c>, or the wildcard form <c>0.0.0.255</c>, as a prefix length: null if the bits make none, or two
    /// (<c>0.0.0.0</c> is everything by one form and a single address by the other). False if it is no IPv4 text.
    /// </summary>
    internal static bool TryParseNetmask(IpTextSpan text, out int? length)
    {
        length = null;
        if (!IPv4Text.TryParse(text, out var mask, out _))
        {
            return false;
        }

        var bits = mask >> 31 == 0 && mask != 0 ? ~mask : mask;
        for (var candidate = 1; candidate <= 32; candidate++)
        {
            length = uint.MaxValue << (32 - candidate) == bits ? candidate : length;
        }

        return true;
    }
}
