using System.Buffers.Binary;
using System.Net;

namespace PolicySdk;

/// <summary>The addresses of one prefix as numbers. An IPv6 prefix holds no IPv4 caller, whatever it covers.</summary>
internal readonly record struct ProxyRange(bool IsIPv4, UInt128 First, UInt128 Last)
{
    private static readonly UInt128 FirstMapped = new(0, CallerAddress.MappedPrefix);

    private static readonly UInt128 LastMapped = new(0, CallerAddress.MappedPrefix | uint.MaxValue);

    /// <summary>Whether an IPv6 prefix holds IPv4-mapped addresses, which ASP.NET Core takes for IPv4 callers.</summary>
    internal bool HoldsMapped => !IsIPv4 && First <= LastMapped && Last >= FirstMapped;

    /// <summary>Whether it is every address of a family.</summary>
    internal bool HoldsAll => First == UInt128.Zero && Last == (IsIPv4 ? uint.MaxValue : UInt128.MaxValue);

    internal static ProxyRange Of(IPNetwork prefix)
    {
        var bytes = prefix.BaseAddress.GetAddressBytes();
        var isIPv4 = bytes.Length == 4;
        var first = isIPv4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var hostBits = (bytes.Length * 8) - prefix.PrefixLength;

        // A shift by the full width would be none.
        var span = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
        return new(isIPv4, first, first | span);
    }

    internal bool Contains(in CallerAddress caller)
    {
        var address = new UInt128(caller.Upper, caller.Lower);
        return caller.IsIPv4 == IsIPv4 && First <= address && address <= Last;
    }
}
