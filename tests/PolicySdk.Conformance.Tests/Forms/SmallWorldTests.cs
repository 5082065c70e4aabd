using PolicySdk.Collections;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.BPlusTree;
using PolicySdk.Generator.Forms.Bucketed;
using PolicySdk.Generator.Forms.Dxr;
using PolicySdk.Generator.Forms.Single;
using PolicySdk.Generator.Forms.Switch;
using PolicySdk.Matching;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>
/// All 65,536 lists over sixteen blocks, for each form that can hold them, in worlds that lie at the ends of the address space, across the
/// borders of buckets and halves, and among other ranges: the form's own search, and the kernel on the tables that it writes. Every
/// 257th list where the tables of DXR are at their largest, and where only the codes differ.
/// </summary>
public sealed class SmallWorldTests
{
    private const int Lists = 1 << SmallWorld.Blocks;

    private const int SomeLists = 257;

    // Far enough from a world that its buckets are wide, and several on either side, so that it lies inside a tree.
    private static readonly (UInt128, UInt128)[] FarIPv4 = [(0x0100_0000, 0x0100_00FF), (0xE000_0000, 0xE000_0000)];

    private static readonly (UInt128, UInt128)[] FarIPv6 =
        [.. Enumerable.Range(0, 12).Select(static i => new UInt128((i < 6 ? 0x1000UL : 0x3000UL) + (ulong)i << 48, 0)).Select(static first => (first, first | (UInt128.MaxValue >> 16)))];

    private static readonly Dictionary<string, SmallWorld> Worlds = new()
    {
        ["ipv4-start"] = SmallWorld.IPv4(0, 1),
        ["ipv4-end"] = SmallWorld.IPv4(uint.MaxValue - 15, 1),
        ["ipv4-all"] = SmallWorld.IPv4(0, 0x1000_0000),
        ["ipv4-wide-buckets"] = SmallWorld.IPv4(0xC633_FFF9, 1, FarIPv4),
        ["ipv4-sixteens"] = SmallWorld.IPv4(0x0A00_7FFF, 0x8001),
        ["ipv6-start"] = SmallWorld.IPv6(0, 1),
        ["ipv6-end"] = SmallWorld.IPv6(UInt128.MaxValue - 15, 1),
        ["ipv6-all"] = SmallWorld.IPv6(0, UInt128.One << 124),
        ["ipv6-64s"] = SmallWorld.IPv6(new(0x2001_0DB8_0000_0000, 0), UInt128.One << 64, FarIPv6),
        ["ipv6-across-halves"] = SmallWorld.IPv6(new(0x2001_0DB8_0000_0000, 0xFFFF_FFFF_FFFF_FFF9), 1, FarIPv6),
        ["ipv6-half-64s"] = SmallWorld.IPv6(new(0x2001_0DB8_0000_0000, 0x4000_0000_0000_0000), UInt128.One << 63, FarIPv6),
    };

    private static readonly Dictionary<string, Func<int, int>> Codes = new()
    {
        ["one"] = static _ => 0,
        ["own"] = static block => block + 3,
        ["turned"] = static block => 20 - block,
        ["pairs-and-choices"] = static block => block % 3 == 0 ? -7 - block : 40_000 * (block / 2),
    };

    public static TheoryData<string, string, string> Tables => new(
        from form in new[] { "bucketed", "dxr", "tree" }
        from world in Worlds.Keys.Where(world => world.StartsWith("ipv6", StringComparison.Ordinal) == (form == "tree"))
        from codes in Worlds.Keys.TakeWhile(other => other != world).Count() is var index ? new[] { "own", Codes.Keys.ElementAt(new[] { 0, 2, 3 }[index % 3]) } : []
        select (form, world, codes));

    public static TheoryData<string> AllWorlds => [.. Worlds.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tables_and_their_kernels(string form, string world, string codes) =>
        AssertAll(
        Worlds[world], Codes[codes], isSearchedByKernel: true, segments => CodedRange.Of(segments) is { Count: > 0 } ranges ? Table(form, ranges) : null, codes != "own" || (form == "dxr" && IsWide(world)) ? SomeLists : 1);

    // The table of a list that reaches across the family has 65,537 places.
    private static bool IsWide(string world) => world is "ipv4-all" || Worlds[world].Others.Count > 0;

    [Theory]
    [MemberData(nameof(AllWorlds))]
    public void Switches(string world) => AssertAll(
        Worlds[world], Codes["pairs-and-choices"], isSearchedByKernel: false, segments => Worlds[world].Family == Addresses.IpAddressFamily.IPv4 ? new IPv4SwitchForm(segments) : new IPv6SwitchForm(IPv6Arms.Of(segments)));

    [Theory]
    [MemberData(nameof(AllWorlds))]
    public void Planned_forms(string world) => AssertAll(Worlds[world], Codes["one"], isSearchedByKernel: false, FormPlanner.Plan, SomeLists);

    [Theory]
    [MemberData(nameof(AllWorlds))]
    public void Single_ranges(string world) => AssertAll(
        Worlds[world] with { Others = [] }, Codes["one"], isSearchedByKernel: false, static segments => CodedRange.Of(segments) is [var range] && SingleForm.Fits(range) ? new SingleForm(range) : null);

    private static MatchForm Table(string form, IReadOnlyList<CodedRange> ranges) => form switch
    {
        "bucketed" => new BucketedForm(ranges),
        "dxr" => new DxrForm(ranges),
        _ => new BPlusTreeForm(ranges),
    };

    private static void AssertAll(SmallWorld world, Func<int, int> codes, bool isSearchedByKernel, Func<EquatableArray<MatchSegment>, MatchForm?> plan, int step = 1)
    {
        var asked = 0;
        for (var list = 0; list < Lists; list += step)
        {
            if (plan(world.Segments(list, codes)) is { } form)
            {
                asked += AssertSame(world, list, codes, form, isSearchedByKernel ? new(form) : null);
            }
        }

        Assert.True(asked > 100);
    }

    private static int AssertSame(SmallWorld world, int list, Func<int, int> codes, MatchForm form, EmittedForm? emitted)
    {
        foreach (var question in world.Questions)
        {
            var address = world.Address(question);
            var expected = world.Expected(list, codes, question);
            if (form.Find(address) != expected || (emitted is not null && emitted.Find(address) != expected))
            {
                Assert.Fail($"{list:X4}, {address}: expected {expected}, the form says {form.Find(address)}, its code {emitted?.Find(address)}\n{EmittedForm.TextOf(form)}");
            }
        }

        return world.Questions.Count;
    }
}
