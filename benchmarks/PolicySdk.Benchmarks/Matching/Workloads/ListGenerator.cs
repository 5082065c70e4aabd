namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>Random lists, or random choices of what is in use; the same ones at each run.</summary>
internal static class ListGenerator
{
    private const int Seed = 20_261_126;

    private static readonly int[] WideLengths = [29, 32, 32, 32, 36, 40, 44, 48, 48, 48, 48, 56, 64];

    internal static AddressList Create(ListKind kind, int size)
    {
        Random random = new(Seed + size * 4 + (int)kind);
        IEnumerable<Prefix> all = RegisteredPrefixes.Of(kind) is { } known && known.Length >= size ? known : Draw(kind, size, random);
        Prefix[] shuffled = [.. all];
        random.Shuffle(shuffled);
        return new(AddressList.NameOf(kind, size), shuffled.Take(size));
    }

    private static List<Prefix> Draw(ListKind kind, int size, Random random)
    {
        List<Prefix> kept = [];
        while (kept.Count < size)
        {
            kept = Apart(kept.Concat(Enumerable.Range(0, size + size / 4 + 1).Select(_ => DrawOne(kind, size, random))));
        }

        return kept;
    }

    /// <summary>Of prefixes that overlap or touch, the first.</summary>
    private static List<Prefix> Apart(IEnumerable<Prefix> prefixes)
    {
        List<Prefix> kept = [];
        foreach (var prefix in prefixes.OrderBy(static prefix => prefix.First).ThenByDescending(static prefix => prefix.Length))
        {
            if (kept.Count == 0 || prefix.First > kept[^1].Last + 1)
            {
                kept.Add(prefix);
            }
        }

        return kept;
    }

    private static Prefix DrawOne(ListKind kind, int size, Random random)
    {
        switch (kind)
        {
            case ListKind.Prefixes:
                var length = random.Next(2) == 0 ? 24 : random.Next(size > 10_000 ? 20 : 16, 33);
                return Aligned((uint)random.NextInt64(0x0100_0000, 0xE000_0000), length, 32);
            case ListKind.Hosts:
                return new((uint)random.NextInt64(0x0100_0000, 0xE000_0000), 32, 32);
            case ListKind.WidePrefixes:
                return Aligned(GlobalUnicast(random), WideLengths[random.Next(WideLengths.Length)], 128);
            default:
                return new(GlobalUnicast(random), 128, 128);
        }
    }

    private static Prefix Aligned(UInt128 address, int length, int width) => new(address >> (width - length) << (width - length), length, width);

    // The part of 2000::/3 that registries have given out (RFC 4291 2.4).
    private static UInt128 GlobalUnicast(Random random) => new(0x2400_0000_0000_0000 | (ulong)random.NextInt64(0x0800_0000_0000_0000), (ulong)random.NextInt64());
}
