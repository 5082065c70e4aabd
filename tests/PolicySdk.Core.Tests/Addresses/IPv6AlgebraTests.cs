using System.Numerics;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>
/// The range algebra against intervals of 128-bit numbers. Membership changes only at the ends of intervals, so a result is right when
/// it is right at every end, its own and the inputs', and at the numbers next to them.
/// </summary>
public sealed class IPv6AlgebraTests
{
    private const int Iterations = 500;

    private static readonly Gen<UInt128> Number = Gen.OneOf(
        Gen.Int[0, 8].Select(static i => (UInt128)i),
        Gen.Int[0, 8].Select(static i => UInt128.MaxValue - (UInt128)i),
        Gen.Select(Gen.Int[0, 127], Gen.Int[-1, 1], static (bits, step) => unchecked((UInt128.One << bits) + (UInt128)step)),
        Gen.Select(Gen.ULong[0, 3], Gen.OneOf(Gen.ULong[0, 1], Gen.Const(ulong.MaxValue)), static (upper, lower) => new UInt128(upper, lower)),
        Gen.Select(Gen.ULong, Gen.ULong, static (upper, lower) => new UInt128(upper, lower)));

    private static readonly Gen<(UInt128 First, UInt128 Last)[]> Spans =
        Gen.Select(Number, Number, static (a, b) => (UInt128.Min(a, b), UInt128.Max(a, b))).Array[0, 8];

    [Fact]
    public void Union_holds_what_either_holds() => Check(static (left, right) => left.Union(right), static (left, right) => left || right);

    [Fact]
    public void Intersection_holds_what_both_hold() => Check(static (left, right) => left.Intersect(right), static (left, right) => left && right);

    [Fact]
    public void Subtraction_holds_what_only_the_first_holds() => Check(static (left, right) => left.Subtract(right), static (left, right) => left && !right);

    [Fact]
    public void A_complement_holds_what_the_set_does_not() => Check(
        static (left, _) => left.Complement().Intersect(IpRangeSet.Of(IpRange.All(IpAddressFamily.IPv6))),
        static (left, _) => !left);

    [Fact]
    public void A_difference_gains_what_is_new_and_loses_what_is_gone()
    {
        Check(static (left, right) => left.Difference(right).Gained, static (left, right) => right && !left);
        Check(static (left, right) => left.Difference(right).Lost, static (left, right) => left && !right);
    }

    [Fact]
    public void The_prefixes_hold_exactly_the_set_and_no_two_make_one() =>
        Spans.Sample(
            static spans =>
            {
                var set = Set(spans);
                var prefixes = set.ToPrefixes().ToList();
                Assert.Equal(set, IpRangeSet.Of(prefixes.Select(static prefix => prefix.Range)));
                Assert.Equal(set.CountAddresses(IpAddressFamily.IPv6), prefixes.Aggregate(BigInteger.Zero, static (sum, prefix) => sum + BigInteger.Pow(2, 128 - prefix.Length)));
                Assert.All(prefixes, static prefix => Assert.Equal(BigInteger.Zero, prefix.Network.ToBigInteger() % BigInteger.Pow(2, prefix.HostBits)));
                Assert.All(prefixes.Zip(prefixes.Skip(1)), static pair => Assert.True(pair.First.Range.Last < pair.Second.Network && !AreSiblings(pair.First, pair.Second)));
            },
            iter: Iterations / 5);

    [Fact]
    public void The_neighbours_of_an_address_are_one_away() =>
        Number.Sample(
            static number =>
            {
                Assert.Equal(number != UInt128.MaxValue, Value(number).TryNext(out var next));
                Assert.Equal(number == UInt128.MaxValue ? number : number + 1, ToNumber(next));
                Assert.Equal(number != UInt128.MinValue, Value(number).TryPrevious(out var previous));
                Assert.Equal(number == UInt128.MinValue ? number : number - 1, ToNumber(previous));
            },
            iter: Iterations);

    [Fact]
    public void A_prefix_has_its_lowest_bits_cleared_to_set() =>
        Gen.Select(Number, Gen.Int[0, 128]).Sample(
            static (number, length) =>
            {
                var block = BigInteger.Pow(2, 128 - length);
                var range = IpPrefix.Containing(Value(number), length).Range;
                Assert.Equal((BigInteger)number / block * block, range.First.ToBigInteger());
                Assert.Equal(block, range.Count);
                Assert.Equal(length, Assert.Single(range.ToPrefixes()).Length);
            },
            iter: Iterations);

    private static void Check(Func<IpRangeSet, IpRangeSet, IpRangeSet> operation, Func<bool, bool, bool> oracle) =>
        Gen.Select(Spans, Spans).Sample(
            (left, right) =>
            {
                var result = operation(Set(left), Set(right));
                var ends = result.Select(static range => (ToNumber(range.First), ToNumber(range.Last))).Concat(left).Concat(right);
                foreach (var point in Points(ends))
                {
                    Assert.Equal(oracle(Holds(left, point), Holds(right, point)), result.Contains(Value(point)));
                }

                Assert.Equal(Count(Points(ends), point => oracle(Holds(left, point), Holds(right, point))), result.CountAddresses(IpAddressFamily.IPv6));
                Assert.Equal(0, result.CountAddresses(IpAddressFamily.IPv4));
                Assert.All(result.Zip(result.Skip(1)), static pair => Assert.True(ToNumber(pair.First.Last) + 1 < ToNumber(pair.Second.First)));
            },
            iter: Iterations);

    private static SortedSet<UInt128> Points(IEnumerable<(UInt128 First, UInt128 Last)> spans) =>
        [UInt128.MinValue, UInt128.MaxValue, .. spans.SelectMany(static span => new[] { span.First, span.Last }).SelectMany(static end => unchecked(new[] { end - 1, end, end + 1 }))];

    // Between two points lies no end, so membership there is that of the point before.
    private static BigInteger Count(SortedSet<UInt128> points, Func<UInt128, bool> holds) =>
        points.Zip(points.Skip(1).Select(static point => (BigInteger)point).Append(BigInteger.Pow(2, 128)))
            .Where(pair => holds(pair.First))
            .Aggregate(BigInteger.Zero, static (sum, pair) => sum + pair.Second - pair.First);

    private static bool Holds((UInt128 First, UInt128 Last)[] spans, UInt128 point) => spans.Any(span => span.First <= point && point <= span.Last);

    private static IpRangeSet Set((UInt128 First, UInt128 Last)[] spans) =>
        IpRangeSet.Of(spans.Select(static span => new IpRange(Value(span.First), Value(span.Last))));

    private static IpAddressValue Value(UInt128 number) => IpAddressValue.IPv6((ulong)(number >> 64), (ulong)number);

    private static UInt128 ToNumber(IpAddressValue value) => new(value.Upper, value.Lower);

    private static bool AreSiblings(IpPrefix left, IpPrefix right) =>
        left.Length == right.Length && left.Length > 0
        && IpPrefix.Containing(left.Network, left.Length - 1) == IpPrefix.Containing(right.Network, right.Length - 1);
}
