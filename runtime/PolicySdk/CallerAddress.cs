using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace PolicySdk;

/// <summary>A caller's address as numbers, IPv4-mapped IPv6 turned into IPv4 and the scope id dropped.</summary>
internal readonly record struct CallerAddress(bool IsIPv4, ulong Upper, ulong Lower)
{
    /// <summary>The lower half of the first IPv4-mapped address (RFC 4291 2.5.5.2).</summary>
    internal const ulong MappedPrefix = 0xFFFF_0000_0000;

    /// <summary>Whether it is 0.0.0.0 or ::, which say that there is no address (RFC 1122 3.2.1.3, RFC 4291 2.5.2).</summary>
    internal bool IsUnspecified => Upper == 0 && Lower == 0;

    // Asked for each request, some times. The property is deprecated as it fails for IPv6; for IPv4 it is the number, in network order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryCreate([NotNullWhen(true)] IPAddress? address, out CallerAddress caller)
    {
        if (address is { AddressFamily: AddressFamily.InterNetwork })
        {
#pragma warning disable CS0618
            caller = new(true, 0, (uint)IPAddress.NetworkToHostOrder((int)address.Address));
#pragma warning restore CS0618
            return true;
        }

        return TryCreateFromBytes(address, out caller);
    }

    private static bool TryCreateFromBytes([NotNullWhen(true)] IPAddress? address, out CallerAddress caller)
    {
        Span<byte> bytes = stackalloc byte[16];
        caller = default;
        if (address is null || !address.TryWriteBytes(bytes, out _))
        {
            return false;
        }

        var upper = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var lower = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var isMapped = upper == 0 && lower >> 32 == MappedPrefix >> 32;
        caller = isMapped ? new(true, 0, (uint)lower) : new(false, upper, lower);
        return true;
    }
}
