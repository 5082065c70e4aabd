using PolicySdk.Addresses;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.Grouped;
using PolicySdk.Matching;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Many lists in one set of tables: each finds its own ranges and no others'.</summary>
public sealed class GroupedFormTests
{
    private const int Groups = 40;

    public static TheoryData<string> Kinds => [.. RandomList.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kernel_and_form_find_the_ranges_of_a_group_alone(string kind)
    {
        var random = new RandomList(kind, 200, seed: 5);
        var lists = Lists(random);
        var family = random.Address(0).Family;
        var form = new GroupedForm(family, lists);
        var all = lists.SelectMany(static list => list).ToList();
        var starts = Enumerable.Range(0, Groups + 1).Select(group => (uint)lists.Take(group).Sum(static list => list.Count)).ToArray();
        for (var asked = 0; asked < 2000; asked++)
        {
            var (group, address) = (asked % Groups, random.Address(random.Question()));
            var expected = lists[group].Where(range => range.Addresses.Contains(address)).Select(static range => range.Code).DefaultIfEmpty(MatchCode.None).Single();
            var found = Find(all, starts, group, address);

            Assert.Equal(expected, form.Find(group, address));
            Assert.Equal(expected, found < 0 ? MatchCode.None : all[found].Code);
        }
    }

    [Fact]
    public void Group_that_does_not_exist_holds_nobody()
    {
        uint[] groups = [0, 1], ends = [7];

        Assert.Equal(0, GroupedRanges.Find(groups, ends, ends, 0, 7));
        Assert.Equal(-1, GroupedRanges.Find(groups, ends, ends, 1, 7));
        Assert.Equal(-1, GroupedRanges.Find(groups, ends, ends, -1, 7));
    }

    // Some groups are empty, some have one range, some share theirs with a neighbour.
    private static List<IReadOnlyList<CodedRange>> Lists(RandomList random)
    {
        var disjoint = IpRangeSet.Of(random.Entries).ToList();
        return [.. Enumerable.Range(0, Groups).Select(group => (IReadOnlyList<CodedRange>)[.. disjoint.Select(static (range, index) => new CodedRange(range.First, range.Last, index)).Where(range => group > 0 && range.Code / (1 + (group % 7)) % Groups == group)])];
    }

    private static int Find(List<CodedRange> ranges, uint[] groups, int group, IpAddressValue address) =>
        address.Family == IpAddressFamily.IPv4
            ? GroupedRanges.Find(groups, [.. ranges.Select(static range => (uint)range.First.Lower)], [.. ranges.Select(static range => (uint)range.Last.Lower)], group, (uint)address.Lower)
            : GroupedRanges.Find(
                groups,
                [.. ranges.Select(static range => range.First.Upper)],
                [.. ranges.Select(static range => range.First.Lower)],
                [.. ranges.Select(static range => range.Last.Upper)],
                [.. ranges.Select(static range => range.Last.Lower)],
                group,
                address.Upper,
                address.Lower);
}
