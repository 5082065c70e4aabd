using System.Collections;
using System.Numerics;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>
/// The oracle of the IPv4 algebra: 65,536 addresses under one /16, a set is a bit for each. Worlds lie at both ends of the address space,
/// and somewhere in it.
/// </summary>
internal sealed record IPv4World(uint Base)
{
    internal const int Size = 1 << 16;

    internal static readonly Gen<IPv4World> Any = Gen.OneOf(Gen.Const(0U), Gen.Const(0x0A14_0000U), Gen.Const(0xFFFF_0000U)).Select(static start => new IPv4World(start));

    // Small numbers, block borders and anything, so that ranges often overlap, touch and make whole blocks.
    private static readonly Gen<int> Offset = Gen.OneOf(
        Gen.Int[0, 16],
        Gen.Int[Size - 16, Size - 1],
        Gen.Select(Gen.Int[0, 16], Gen.Int[-1, 1], static (bits, step) => Math.Clamp((1 << bits) + step, 0, Size - 1)),
        Gen.Select(Gen.Int[0, 255], Gen.Int[-1, 0], static (block, step) => Math.Max((block * 256) + step, 0)),
        Gen.Int[0, Size - 1]);

    internal static readonly Gen<(int First, int Last)[]> Spans =
        Gen.Select(Offset, Offset, static (a, b) => (Math.Min(a, b), Math.Max(a, b))).Array[0, 12];

    internal IpRangeSet Whole => Set([(0, Size - 1)]);

    internal IpAddressValue Address(int offset) => IpAddressValue.IPv4(Base + (uint)offset);

    internal IpRangeSet Set(IEnumerable<(int First, int Last)> spans) =>
        IpRangeSet.Of(spans.Select(span => new IpRange(Address(span.First), Address(span.Last))));

    internal static BitArray Bits(IEnumerable<(int First, int Last)> spans)
    {
        var bits = new BitArray(Size);
        foreach (var (first, last) in spans)
        {
            for (var i = first; i <= last; i++)
            {
                bits[i] = true;
            }
        }

        return bits;
    }

    /// <summary>The bits of a set, each painted once; a set outside this world, or one that holds an address twice, fails.</summary>
    internal BitArray Bits(IEnumerable<IpRange> ranges)
    {
        var bits = new BitArray(Size);
        foreach (var range in ranges)
        {
            Assert.True(Whole.Contains(range), range.ToString());
            for (var i = (int)(range.First.Lower - Base); i <= (int)(range.Last.Lower - Base); i++)
            {
                if (bits[i])
                {
                    Assert.Fail($"{Address(i)} is held twice");
                }

                bits[i] = true;
            }
        }

        return bits;
    }

    /// <summary>The fewest aligned blocks that hold exactly the bits: halve whatever is neither full nor empty.</summary>
    internal static int CountBlocks(BitArray bits)
    {
        var before = new int[Size + 1];
        for (var i = 0; i < Size; i++)
        {
            before[i + 1] = before[i] + (bits[i] ? 1 : 0);
        }

        return Count(0, Size);

        int Count(int start, int size)
        {
            var held = before[start + size] - before[start];
            return held == 0 ? 0 : held == size ? 1 : Count(start, size / 2) + Count(start + (size / 2), size / 2);
        }
    }

    internal static bool AreEqual(BitArray left, BitArray right) => !new BitArray(left).Xor(right).HasAnySet();

    internal static int Count(BitArray bits)
    {
        var words = new int[Size / 32];
        bits.CopyTo(words, 0);
        return words.Sum(static word => BitOperations.PopCount((uint)word));
    }
}
