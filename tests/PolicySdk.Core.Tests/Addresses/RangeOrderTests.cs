using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Sorting by numbers gives what comparing ranges gives, equal ones in their order.</summary>
public sealed class RangeOrderTests
{
    public static TheoryData<int, int> Sizes => new(from count in new[] { 0, 1, 2, 3, 17, 500 } from variety in new[] { 1, 2, 5, 1_000 } select (count, variety));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Order_is_that_of_comparing(int count, int variety)
    {
        var random = new Random((count * 10_007) + variety);
        var ranges = Enumerable.Range(0, count).Select(_ => Make(random, variety)).ToArray();

        AssertOrder(ranges);
        AssertOrder([.. ranges.Where(static range => range.Family == IpAddressFamily.IPv6)]);
        AssertOrder([.. ranges.Order()]);
    }

    private static void AssertOrder(IpRange[] ranges) => Assert.Equal(Enumerable.Range(0, ranges.Length).OrderBy(index => ranges[index]), RangeOrder.Of(ranges));

    private static IpRange Make(Random random, int variety)
    {
        var first = random.Next(2) == 0
            ? IpAddressValue.IPv4(uint.MaxValue - (uint)random.Next(variety))
            : IpAddressValue.IPv6(ulong.MaxValue - (ulong)random.Next(variety), ulong.MaxValue - 8 - (ulong)random.Next(variety));
        return new(first, random.Next(2) == 0 ? IpAddressValue.Max(first.Family) : first);
    }
}
