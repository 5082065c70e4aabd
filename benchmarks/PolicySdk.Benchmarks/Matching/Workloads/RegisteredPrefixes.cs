using System.Buffers.Binary;
using System.Net;

namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>The prefixes of autonomous systems, from the folder that <c>asn.sh</c> names: ranges as CSV, first and last address first. They don't overlap, but touch.</summary>
internal static class RegisteredPrefixes
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ASN_FOLDER");
    private static readonly Lazy<Prefix[]> IPv4 = new(() => Read("asn-ipv4.csv", 32));
    private static readonly Lazy<Prefix[]> IPv6 = new(() => Read("asn-ipv6.csv", 128));

    /// <summary>Those of a kind of list, or null where random ones are wanted.</summary>
    internal static Prefix[]? Of(ListKind kind) => Folder is null ? null : kind switch
    {
        ListKind.Prefixes => IPv4.Value,
        ListKind.WidePrefixes => IPv6.Value,
        _ => null,
    };

    private static Prefix[] Read(string file, int width) =>
        [.. File.ReadLines(Path.Combine(Folder!, file)).Select(static line => line.Split(',', 3)).SelectMany(cells => Split(Number(cells[0]), Number(cells[1]), width))];

    // The fewest prefixes that are a range: each as large as its first address and what is left allow.
    private static IEnumerable<Prefix> Split(UInt128 first, UInt128 last, int width)
    {
        while (first <= last)
        {
            var bits = Math.Min(Math.Min((int)UInt128.TrailingZeroCount(first), width), (int)UInt128.Log2(last - first + 1));
            yield return new(first, width - bits, width);
            first += UInt128.One << bits;
        }
    }

    private static UInt128 Number(string address)
    {
        var bytes = IPAddress.Parse(address).GetAddressBytes();
        return bytes.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
