using System.Globalization;

namespace PolicySdk.Addresses;

/// <summary>A CIDR prefix (RFC 4632): a network address and the number of its leading bits that count.</summary>
internal readonly record struct IpPrefix(IpAddressValue Network, int Length)
{
    internal int HostBits => Network.Width - Length;

    internal IpRange Range => new(Network, Network.WithHostBitsSet(HostBits));

    internal static IpPrefix Containing(IpAddressValue address, int length) => new(address.WithHostBitsCleared(address.Width - length), length);

    public override string ToString() =>
        Network.Family == IpAddressFamily.IPv4 ? IPv4Format.Format((uint)Network.Lower, Length) : Network + "/" + Length.ToString(CultureInfo.InvariantCulture);
}
