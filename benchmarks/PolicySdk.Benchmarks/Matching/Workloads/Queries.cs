using System.Net;

namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>Random addresses to ask a list for, the same ones at each run.</summary>
internal static class Queries
{
    /// <summary>Too many for a processor to learn, few enough that the addresses themselves stay in its cache.</summary>
    internal const int Count = 16_384;

    private const int Seed = 41;
    private const int HotAddresses = 16;

    internal static UInt128[] Create(AddressList list, QueryKind kind)
    {
        Random random = new(Seed + (int)kind);
        var hot = Repeat(HotAddresses, () => Hit(list, random));
        return Repeat(Count, () => kind switch
        {
            QueryKind.Hits => Hit(list, random),
            QueryKind.Misses => Miss(list, random),
            QueryKind.Borders => Border(list, random),
            QueryKind.HotSet => hot[random.Next(hot.Length)],
            _ => list.Width == 32 ? (uint)random.NextInt64(1L << 32) : (UInt128)0x2 << 124 | Below(UInt128.One << 125, random),
        });
    }

    /// <summary>Some of each kind, in turn.</summary>
    internal static UInt128[] Mix(AddressList list)
    {
        UInt128[][] kinds = [.. Enum.GetValues<QueryKind>().Select(kind => Create(list, kind))];
        return [.. Enumerable.Range(0, Count).Select(i => kinds[i % kinds.Length][i])];
    }

    /// <summary>The addresses as a server gets them; from a socket for both families where they are mapped.</summary>
    internal static IPAddress[] ToAddresses(UInt128[] numbers, int width, bool areMapped) =>
        [.. numbers.Select(number => Prefix.Address(number, width)).Select(address => areMapped ? address.MapToIPv6() : address)];

    private static UInt128[] Repeat(int count, Func<UInt128> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static UInt128 Hit(AddressList list, Random random)
    {
        var prefix = list.Prefixes[random.Next(list.Prefixes.Count)];
        return prefix.First + Below(prefix.Last - prefix.First + 1, random);
    }

    private static UInt128 Miss(AddressList list, Random random)
    {
        while (true)
        {
            var before = random.Next(list.Prefixes.Count);
            var end = before + 1 < list.Prefixes.Count ? list.Prefixes[before + 1].First : UInt128.MaxValue >> (128 - list.Width);
            var start = list.Prefixes[before].Last + 1;
            if (start < end)
            {
                return start + Below(end - start, random);
            }
        }
    }

    private static UInt128 Border(AddressList list, Random random)
    {
        var prefix = list.Prefixes[random.Next(list.Prefixes.Count)];
        return random.Next(4) switch
        {
            0 => prefix.First - 1,
            1 => prefix.First,
            2 => prefix.Last,
            _ => prefix.Last + 1,
        };
    }

    private static UInt128 Below(UInt128 limit, Random random) => new UInt128((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue)) % limit;
}
