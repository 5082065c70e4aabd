using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>An address as one number. Families never meet.</summary>
internal readonly record struct Address(bool IsIPv4, UInt128 Value)
{
    private const string IPv6Characters = "0123456789abcdefABCDEF:.";

    internal int Width => IsIPv4 ? 32 : 128;

    internal UInt128 Greatest => IsIPv4 ? uint.MaxValue : UInt128.MaxValue;

    internal bool IsMapped => !IsIPv4 && Value >> 32 == 0xFFFF;

    /// <summary>Reads an address by the platform's parser, and only what that writes the same way; null if it is none.</summary>
    internal static Address? Parse(string text)
    {
        if (!IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            address.TryWriteBytes(bytes[12..], out _);
            return address.ToString() == text ? new(true, BinaryPrimitives.ReadUInt128BigEndian(bytes)) : null;
        }

        // IPv6 has several spellings of one address, which are no fault.
        address.TryWriteBytes(bytes, out _);
        var isPlain = !text.AsSpan().ContainsAnyExcept(IPv6Characters);
        return isPlain && address.Equals(IPAddress.Parse(address.ToString())) ? new(false, BinaryPrimitives.ReadUInt128BigEndian(bytes)) : null;
    }
}
