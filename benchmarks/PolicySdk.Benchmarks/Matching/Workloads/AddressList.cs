using System.Globalization;

namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>Prefixes that neither overlap nor touch: as many ranges as entries.</summary>
internal sealed class AddressList
{
    private readonly Prefix[] _prefixes;

    internal AddressList(string name, IEnumerable<Prefix> prefixes, bool isShuffled = false)
    {
        Name = name;
        _prefixes = [.. prefixes.OrderBy(static prefix => prefix.First)];
        Prefix[] entries = [.. _prefixes];
        if (isShuffled)
        {
            new Random(entries.Length).Shuffle(entries);
        }

        Entries = entries;
    }

    /// <summary>The name of its policy.</summary>
    internal string Name { get; }

    /// <summary>The bits of an address.</summary>
    internal int Width => _prefixes[0].Width;

    /// <summary>In the order of their addresses.</summary>
    internal IReadOnlyList<Prefix> Prefixes => _prefixes;

    /// <summary>In the order of the policy file: that of their addresses, or none.</summary>
    internal IReadOnlyList<Prefix> Entries { get; }

    internal static string NameOf(ListKind kind, int size) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind switch { ListKind.Prefixes => "prefixes", ListKind.Hosts => "hosts", ListKind.WidePrefixes => "wide-prefixes", _ => "wide-hosts" }}-{size}");

    /// <summary>Whether a prefix holds the address: what every contestant must answer.</summary>
    internal bool Contains(UInt128 address)
    {
        var (low, high) = (0, _prefixes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _prefixes[middle].Last < address ? (middle + 1, high) : (low, middle);
        }

        return low < _prefixes.Length && _prefixes[low].First <= address;
    }
}
