namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>The tables of literals and of spans find the same segment as counting the boundaries does.</summary>
public sealed class RangeTableTests
{
    private static readonly uint[] IPv4 = [0, 1, 2, 0xFFFF, 0x10000, 0x00010002, 0x7FFFFFFF, 0x80000000, 0xC6336409, 0xFFFFFFFE, 0xFFFFFFFF];

    private static readonly (ulong Upper, ulong Lower)[] IPv6 =
        [(0, 1), (0, ulong.MaxValue), (1, 0), (0x20010DB8_00000000, 0), (0x20010DB8_00000000, 0x8000_0000_0000_0000), (0x20010DB8_00000001, 0), (ulong.MaxValue, 0), (ulong.MaxValue, ulong.MaxValue)];

    [Fact]
    public void Codes_and_ranks_of_ipv4()
    {
        var boundaries = IPv4[1..];
        var codes = boundaries.Prepend(0U).Select(static (_, i) => unchecked((uint)(i - 3))).ToArray();
        foreach (var address in IPv4.SelectMany(static value => new[] { value, unchecked(value - 1), unchecked(value + 1) }))
        {
            var expected = boundaries.Count(boundary => boundary <= address) - 3;

            Assert.Equal(expected, IpRangeTable.Find(boundaries, codes, address));
            Assert.Equal(expected, IpRangeTable.Find(Text(boundaries), Text(codes), address));
        }
    }

    [Fact]
    public void Codes_and_ranks_of_ipv6()
    {
        var (uppers, lowers) = (IPv6.Select(static value => value.Upper).ToArray(), IPv6.Select(static value => value.Lower).ToArray());
        var codes = IPv6.Prepend(default).Select(static (_, i) => unchecked((uint)(i - 3))).ToArray();
        foreach (var (upper, lower) in IPv6.SelectMany(static value => new[] { value, Step(value, -1), Step(value, 1) }))
        {
            var expected = IPv6.Count(boundary => new UInt128(boundary.Upper, boundary.Lower) <= new UInt128(upper, lower)) - 3;

            Assert.Equal(expected, IpRangeTable.Find(uppers, lowers, codes, upper, lower));
            Assert.Equal(expected, IpRangeTable.Find(Text(uppers), Text(lowers), Text(codes), upper, lower));
        }
    }

    [Fact]
    public void Table_of_one_segment() => Assert.Equal(-1, IpRangeTable.Find([], [uint.MaxValue], 7U));

    private static (ulong Upper, ulong Lower) Step((ulong Upper, ulong Lower) value, int step)
    {
        var next = unchecked(new UInt128(value.Upper, value.Lower) + (UInt128)(Int128)step);
        return ((ulong)(next >> 64), (ulong)next);
    }

    private static string Text(uint[] values) => string.Concat(values.SelectMany(static value => new[] { (char)value, (char)(value >> 16) }));

    private static string Text(ulong[] values) => string.Concat(values.SelectMany(static value => new[] { (char)value, (char)(value >> 16), (char)(value >> 32), (char)(value >> 48) }));
}
