using System.Diagnostics;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Native;

/// <summary>A policy's generated matcher over numbers, called for one address after the other.</summary>
internal sealed class Matcher
{
    private const double SampleNanoseconds = 2e6;
    private const int CallsToWarmUp = 60;

    private readonly Action _matchAll;
    private readonly int[] _entries = new int[Queries.Count];

    internal Matcher(CompiledLists compiled, AddressList list)
    {
        var hits = Queries.Create(list, QueryKind.Hits);
        if (list.Width == 32)
        {
            uint[] addresses = [.. hits.Select(static number => (uint)number)];
            var match = compiled.IPv4Matcher(list.Name);
            _matchAll = () => match(addresses, _entries);
        }
        else
        {
            var match = compiled.IPv6Matcher(list.Name);
            _matchAll = () => match(hits, _entries);
        }

        for (var turn = 0; turn < 3; turn++)
        {
            for (var call = 0; call < CallsToWarmUp; call++)
            {
                _matchAll();
            }

            // Compiled again once nothing new was called for a tenth of a second.
            Thread.Sleep(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>How many of the addresses it found at last.</summary>
    internal int Listed => _entries.Count(static entry => entry >= 0);

    /// <summary>The nanoseconds of one lookup, after a pass that fills the caches, which the other contestant had.</summary>
    internal double Sample()
    {
        _matchAll();
        var passes = 0;
        var begin = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            _matchAll();
            passes++;
            elapsed = Stopwatch.GetElapsedTime(begin);
        }
        while (elapsed.TotalNanoseconds < SampleNanoseconds);

        return elapsed.TotalNanoseconds / passes / _entries.Length;
    }
}
