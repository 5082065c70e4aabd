using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>A prefix, its first address as a number: of 32 bits for IPv4, of 128 for IPv6.</summary>
internal readonly record struct Prefix(UInt128 First, int Length, int Width)
{
    internal UInt128 Last => First + ((UInt128.One << (Width - Length)) - 1);

    internal IPNetwork Network => new(Address(First, Width), Length);

    public override string ToString() =>
        Length == Width ? Address(First, Width).ToString() : string.Create(CultureInfo.InvariantCulture, $"{Address(First, Width)}/{Length}");

    internal static IPAddress Address(UInt128 number, int width)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new(bytes[(16 - width / 8)..]);
    }
}
