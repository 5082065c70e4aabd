using PolicySdk.Addresses;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.BPlusTree;
using PolicySdk.Generator.Forms.Bucketed;
using PolicySdk.Generator.Forms.Dxr;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>What a range costs in an assembly.</summary>
public sealed class TableSizeTests
{
    private const int BytesOfCharacter = 2;

    [Fact]
    public void Sizes_of_tables_are_those_that_the_runtime_expects()
    {
        Assert.Equal(Matching.BucketIndex.Window, BucketedForm.Window);
        Assert.Equal(Matching.Dxr.Window, DxrForm.Window);
        Assert.Equal(Matching.BPlusTree.NodeKeys, TreeKeys.NodeKeys);
        Assert.Equal(Matching.BPlusTree.LeafKeys, TreeKeys.LeafKeys);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(4_096)]
    public void Buckets_take_up_to_sixteen_bytes_a_range(int ranges) => Assert.InRange(BytesOf(new BucketedForm(IPv4(ranges))), ranges, 16 * ranges);

    [Theory]
    [InlineData(4_097)]
    [InlineData(65_536)]
    public void Dxr_takes_up_to_six_bytes_a_range_and_an_index(int ranges) => Assert.InRange(BytesOf(new DxrForm(IPv4(ranges))), ranges, (6 * ranges) + (256 * 1024));

    [Theory]
    [InlineData(64)]
    [InlineData(4_096)]
    [InlineData(32_768)]
    public void Tree_takes_up_to_eighteen_bytes_a_range(int ranges) =>
        Assert.InRange(BytesOf(new BPlusTreeForm([.. Enumerable.Range(0, ranges).Select(static i => new CodedRange(IpAddressValue.IPv6((ulong)i << 17, 0), IpAddressValue.IPv6(((ulong)i << 17) | 0xFFFF, ulong.MaxValue), i))])), ranges, 18 * ranges);

    private static IReadOnlyList<CodedRange> IPv4(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (First: (uint)((ulong)i * uint.MaxValue / (ulong)count), Code: i)).Select(static range => new CodedRange(IpAddressValue.IPv4(range.First), IpAddressValue.IPv4(range.First + 255), range.Code))];

    private static int BytesOf(MatchForm form) =>
        EmittedForm.TextOf(form).Split('"').Where(static (_, index) => index % 2 == 1).Sum(static literal => literal.Length / @"\u0000".Length * BytesOfCharacter);
}
