using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PolicySdk.Addresses;

namespace PolicySdk.TestSupport.Cases;

/// <summary>
/// What a web server makes of a caller's address before it is matched, independent of the product: mapped IPv6 becomes IPv4, the scope
/// id is dropped. Text that is no plain address (<c>unix:</c>, short or octal IPv4) is no address.
/// </summary>
internal static partial class CallerAddress
{
    internal static IPAddress? Read(string? text)
    {
        if (text is null || !(text.Contains(':', StringComparison.Ordinal) || PlainIPv4().IsMatch(text)) || !IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new(address.GetAddressBytes());
    }

    internal static IpAddressValue? Normalise(string? text) => Read(text) is { } address ? ToValue(address) : null;

    internal static IpAddressValue ToValue(IPAddress address)
    {
        var number = UInt128.Parse(Convert.ToHexString(address.GetAddressBytes()), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return address.AddressFamily == AddressFamily.InterNetwork
            ? IpAddressValue.IPv4((uint)number)
            : IpAddressValue.IPv6((ulong)(number >> 64), (ulong)number);
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}\z")]
    private static partial Regex PlainIPv4();
}
