using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Sixteen blocks of addresses in a row, any of which a list may hold, and ranges that it always holds besides.</summary>
/// <param name="Start">The first address.</param>
/// <param name="Size">How many addresses a block has.</param>
/// <param name="Family">The family.</param>
/// <param name="Others">What every list holds besides: before or after the world.</param>
internal sealed record SmallWorld(UInt128 Start, UInt128 Size, IpAddressFamily Family, IReadOnlyList<(UInt128 First, UInt128 Last)> Others)
{
    internal const int Blocks = 16;

    private static readonly UInt128 LastIPv4 = uint.MaxValue;

    internal static SmallWorld IPv4(uint start, uint size, params (UInt128 First, UInt128 Last)[] others) => new(start, size, IpAddressFamily.IPv4, others);

    internal static SmallWorld IPv6(UInt128 start, UInt128 size, params (UInt128 First, UInt128 Last)[] others) => new(start, size, IpAddressFamily.IPv6, others);

    /// <summary>The first and the last address of each block and of the outermost other ranges, and what lies beside them.</summary>
    internal IReadOnlyList<UInt128> Questions { get; } = [.. Enumerable.Range(0, Blocks).Select(block => (First: Start + ((UInt128)block * Size), Last: Start + ((UInt128)block * Size) + Size - 1))
        .Concat(Others.Take(1))
        .Concat(Others.TakeLast(1))
        .SelectMany(static range => new[] { range.First, range.Last, range.First - 1, range.Last + 1 })
        .Append(UInt128.Zero)
        .Append(Last(Family))
        .Where(address => address <= Last(Family))
        .Distinct()];

    /// <summary>The segments of the list that holds some of the blocks.</summary>
    /// <param name="blocks">A bit for each block.</param>
    /// <param name="codes">What the covered blocks answer; blocks side by side with one answer are one range.</param>
    internal EquatableArray<MatchSegment> Segments(int blocks, Func<int, int> codes)
    {
        var ranges = Enumerable.Range(0, Blocks).Where(block => (blocks >> block & 1) == 1)
            .Select(block => (First: Start + ((UInt128)block * Size), Last: Start + ((UInt128)block * Size) + Size - 1, Code: codes(block)))
            .Concat(Others.Select(static (other, index) => (other.First, other.Last, Code: 100 + index)))
            .OrderBy(static range => range.First);
        var segments = new List<MatchSegment> { new(Address(0), MatchCode.None) };
        foreach (var (first, last, code) in ranges)
        {
            Append(segments, first, code);
            if (last < Last(Family))
            {
                Append(segments, last + 1, MatchCode.None);
            }
        }

        return segments.ToEquatableArray();
    }

    /// <summary>What the list answers, by looking at the blocks one after the other.</summary>
    internal int Expected(int blocks, Func<int, int> codes, UInt128 address)
    {
        var block = address < Start ? Blocks : (address - Start) / Size;
        if (block < Blocks)
        {
            return ((blocks >> (int)block) & 1) == 1 ? codes((int)block) : MatchCode.None;
        }

        for (var i = 0; i < Others.Count; i++)
        {
            if (Others[i].First <= address && address <= Others[i].Last)
            {
                return 100 + i;
            }
        }

        return MatchCode.None;
    }

    internal IpAddressValue Address(UInt128 value) => Family == IpAddressFamily.IPv4 ? IpAddressValue.IPv4((uint)value) : IpAddressValue.IPv6((ulong)(value >> 64), (ulong)value);

    private static UInt128 Last(IpAddressFamily family) => family == IpAddressFamily.IPv4 ? LastIPv4 : UInt128.MaxValue;

    private void Append(List<MatchSegment> segments, UInt128 first, int code)
    {
        if (segments[^1].First == Address(first))
        {
            segments.RemoveAt(segments.Count - 1);
        }

        if (segments.Count == 0 || segments[^1].Code != code)
        {
            segments.Add(new(Address(first), code));
        }
    }
}
