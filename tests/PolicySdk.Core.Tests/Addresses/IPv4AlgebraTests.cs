using System.Collections;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>The range algebra against bitmaps.</summary>
public sealed class IPv4AlgebraTests
{
    private const int Iterations = 200;

    private static readonly Gen<(IPv4World World, (int First, int Last)[] Left, (int First, int Last)[] Right)> Pair =
        Gen.Select(IPv4World.Any, IPv4World.Spans, IPv4World.Spans);

    [Fact]
    public void Union_is_the_or_of_the_bitmaps() =>
        Check(static (left, right) => left.Union(right), static (left, right) => left.Or(right));

    [Fact]
    public void Intersection_is_the_and_of_the_bitmaps() =>
        Check(static (left, right) => left.Intersect(right), static (left, right) => left.And(right));

    [Fact]
    public void Subtraction_is_the_and_not_of_the_bitmaps() =>
        Check(static (left, right) => left.Subtract(right), static (left, right) => left.And(right.Not()));

    [Fact]
    public void A_difference_gains_what_is_new_and_loses_what_is_gone()
    {
        Check(static (left, right) => left.Difference(right).Gained, static (left, right) => right.And(left.Not()));
        Check(static (left, right) => left.Difference(right).Lost, static (left, right) => left.And(right.Not()));
    }

    [Fact]
    public void A_complement_within_the_world_is_the_not_of_the_bitmap_and_holds_everything_outside() =>
        Gen.Select(IPv4World.Any, IPv4World.Spans).Sample(
            static (world, spans) =>
            {
                var set = world.Set(spans);
                var complement = set.Complement();
                AssertIsSetOf(world, complement.Intersect(world.Whole), IPv4World.Bits(spans).Not());
                AssertIsNormal(complement);
                Assert.True(complement.Contains(world.Whole.Complement()));
                Assert.Equal(set, complement.Complement());
                Assert.Equal(IpRangeSet.Everything, complement.Union(set));
            },
            iter: Iterations);

    [Fact]
    public void An_address_is_contained_when_its_bit_is_set() =>
        Gen.Select(IPv4World.Any, IPv4World.Spans).Sample(
            static (world, spans) =>
            {
                var (set, bits) = (world.Set(spans), IPv4World.Bits(spans));
                var contained = Enumerable.Range(0, IPv4World.Size).Select(i => set.Contains(world.Address(i)));
                Assert.True(IPv4World.AreEqual(bits, new([.. contained])));
            },
            iter: Iterations / 4);

    [Fact]
    public void A_set_is_contained_when_no_bit_of_it_is_missing() =>
        Pair.Sample(
            static pair =>
            {
                var (left, right) = (pair.World.Set(pair.Left), pair.World.Set(pair.Right));
                var missing = IPv4World.Bits(pair.Right).And(IPv4World.Bits(pair.Left).Not());
                Assert.Equal(!missing.HasAnySet(), left.Contains(right));
                Assert.True(left.Union(right).Contains(right));
                Assert.True(right.Contains(left.Intersect(right)));
                Assert.All(right, range => Assert.Equal(pair.World.Bits([range]).And(missing).HasAnySet(), !left.Contains(range)));
            },
            iter: Iterations);

    [Fact]
    public void The_prefixes_hold_exactly_the_set_and_are_the_fewest() =>
        Gen.Select(IPv4World.Any, IPv4World.Spans).Sample(
            static (world, spans) =>
            {
                var bits = IPv4World.Bits(spans);
                var prefixes = world.Set(spans).ToPrefixes().ToList();
                Assert.True(IPv4World.AreEqual(bits, world.Bits(prefixes.Select(static prefix => prefix.Range))));
                Assert.Equal(IPv4World.CountBlocks(bits), prefixes.Count);
                Assert.Equal(prefixes.OrderBy(static prefix => prefix.Network), prefixes);
                Assert.All(prefixes, static prefix => Assert.Equal(prefix, IpPrefix.Containing(prefix.Network, prefix.Length)));
                Assert.All(prefixes.Zip(prefixes.Skip(1)), static pair => Assert.False(AreSiblings(pair.First, pair.Second)));
            },
            iter: Iterations);

    private static void Check(Func<IpRangeSet, IpRangeSet, IpRangeSet> operation, Func<BitArray, BitArray, BitArray> oracle) =>
        Pair.Sample(
            pair => AssertIsSetOf(
                pair.World,
                operation(pair.World.Set(pair.Left), pair.World.Set(pair.Right)),
                oracle(IPv4World.Bits(pair.Left), IPv4World.Bits(pair.Right))),
            iter: Iterations);

    private static void AssertIsSetOf(IPv4World world, IpRangeSet set, BitArray bits)
    {
        Assert.True(IPv4World.AreEqual(bits, world.Bits(set)));
        Assert.Equal(IPv4World.Count(bits), set.CountAddresses(IpAddressFamily.IPv4));
        Assert.Equal(0, set.CountAddresses(IpAddressFamily.IPv6));
        AssertIsNormal(set);
    }

    private static void AssertIsNormal(IpRangeSet set)
    {
        Assert.All(set, static range => Assert.True(range.First <= range.Last && range.First.Family == range.Last.Family));
        Assert.All(set.Zip(set.Skip(1)), static pair =>
            Assert.True(pair.First.Family != pair.Second.Family || (pair.First.Last.TryNext(out var next) && next < pair.Second.First)));
    }

    private static bool AreSiblings(IpPrefix left, IpPrefix right) =>
        left.Length == right.Length && left.Length > 0
        && IpPrefix.Containing(left.Network, left.Length - 1) == IpPrefix.Containing(right.Network, right.Length - 1);
}
