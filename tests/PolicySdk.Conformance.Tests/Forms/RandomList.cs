using PolicySdk.Addresses;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>A list of random ranges of one kind, and addresses to ask it for.</summary>
internal sealed class RandomList
{
    /// <summary>Hosts, prefixes that may nest, any ranges; of IPv6 also prefixes no longer than /64.</summary>
    internal static readonly string[] Kinds = ["ipv4-hosts", "ipv4-prefixes", "ipv4-ranges", "ipv6-hosts", "ipv6-64s", "ipv6-prefixes", "ipv6-ranges"];

    private readonly Random _random;
    private readonly int _bits;
    private readonly UInt128 _last;

    internal RandomList(string kind, int size, int seed)
    {
        _random = new(seed);
        _bits = kind.StartsWith("ipv4", StringComparison.Ordinal) ? 32 : 128;
        _last = _bits == 32 ? uint.MaxValue : UInt128.MaxValue;
        Ranges = [.. Enumerable.Range(0, size).Select(_ => Range(kind[5..])).Distinct()];
    }

    internal IReadOnlyList<(UInt128 First, UInt128 Last)> Ranges { get; }

    /// <summary>The same as addresses.</summary>
    internal IReadOnlyList<IpRange> Entries => [.. Ranges.Select(range => new IpRange(Address(range.First), Address(range.Last)))];

    /// <summary>The entry that decides: of those that hold the address the narrowest, of equals the first.</summary>
    internal int? Decide(UInt128 address)
    {
        int? decider = null;
        for (var i = 0; i < Ranges.Count; i++)
        {
            var (first, last) = Ranges[i];
            if (first <= address && address <= last && (decider is not { } other || last - first < Ranges[other].Last - Ranges[other].First))
            {
                decider = i;
            }
        }

        return decider;
    }

    /// <summary>An address in a range, at or beside one of its ends, or anywhere.</summary>
    internal UInt128 Question()
    {
        var (first, last) = Ranges[_random.Next(Ranges.Count)];
        return _random.Next(6) switch
        {
            0 => first,
            1 => last,
            2 => unchecked(first - 1) & _last,
            3 => unchecked(last + 1) & _last,
            4 => first + (Number() % UInt128.Max(UInt128.One, last - first)),
            _ => Number(),
        };
    }

    internal IpAddressValue Address(UInt128 value) => _bits == 32 ? IpAddressValue.IPv4((uint)value) : IpAddressValue.IPv6((ulong)(value >> 64), (ulong)value);

    private (UInt128 First, UInt128 Last) Range(string kind) => kind switch
    {
        "hosts" => Number() is var host && _random.Next(4) > 0 ? (host, host) : Prefix(Base() + (UInt128)_random.Next(1024), _bits),
        "prefixes" => Prefix(Base() + (Number() >> _random.Next(_bits)), _random.Next(_bits / 4, _bits + 1)),
        "64s" => Prefix(Base() + (Number() >> _random.Next(_bits)), _random.Next(16, 65)),
        _ => Number() is var first && Number() >> _random.Next(1, _bits) is var length && _last - first is var room ? (first, first + (length < room ? length : room)) : default,
    };

    private (UInt128 First, UInt128 Last) Prefix(UInt128 address, int length)
    {
        var hosts = length == 0 ? _last : _last >> length;
        return length == _bits ? (address & _last, address & _last) : (address & _last & ~hosts, (address & _last) | hosts);
    }

    // Half of the lists' addresses share their first bits, as those of one organisation do.
    private UInt128 Base() => _random.Next(2) == 0 ? UInt128.Zero : _bits == 32 ? 0x0A00_0000 : new UInt128(0x2001_0DB8_0000_0000, 0);

    private UInt128 Number() => new UInt128((ulong)_random.NextInt64(long.MinValue, long.MaxValue), (ulong)_random.NextInt64(long.MinValue, long.MaxValue)) & _last;
}
