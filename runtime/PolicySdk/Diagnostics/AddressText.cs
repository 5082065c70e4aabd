using System.Net;

namespace PolicySdk.Diagnostics;

/// <summary>Callers' addresses for people: IPv4-mapped IPv6 as IPv4, and no more of them than the options keep.</summary>
internal static class AddressText
{
    private const int IPv4Bits = 24;

    private const int IPv6Bits = 48;

    internal static string? Of(IPAddress? address, IpPolicyAddressDetail detail)
    {
        if (address is null || detail == IpPolicyAddressDetail.None)
        {
            return null;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return detail == IpPolicyAddressDetail.Full ? plain.ToString() : NetworkOf(plain);
    }

    private static string NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var bits = bytes.Length == 4 ? IPv4Bits : IPv6Bits;
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
