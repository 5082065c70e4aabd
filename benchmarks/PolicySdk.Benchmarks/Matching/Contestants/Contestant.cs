using System.Diagnostics;
using System.Net;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>One way to keep a list, timed in samples of a few milliseconds.</summary>
internal abstract class Contestant(Peer peer, AddressList list, bool areMapped)
{
    private const int BatchToWarmUp = 8;

    // What asks all entries in turn gets fewer addresses where there are many entries: checks would take minutes.
    private const int EntriesAsked = 1 << 27;
    private const int LeastQueries = 256;

    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(200);

    private int _next;
    private int _lookups = 1;

    internal Peer Peer => peer;

    protected IPAddress[] Queries { get; private set; } = [];

    /// <summary>Asks from now on for these addresses, after a look whether all answers are right.</summary>
    internal void Take(UInt128[] numbers)
    {
        var taken = peer.IsLinear() ? numbers[..Math.Clamp(EntriesAsked / list.Prefixes.Count, LeastQueries, numbers.Length)] : numbers;
        Queries = Workloads.Queries.ToAddresses(taken, list.Width, areMapped);
        _next = 0;

        // A benchmark of the wrong answer is worse than none.
        for (var i = 0; i < taken.Length; i++)
        {
            if (Answer(Queries[i]) != list.Contains(taken[i]))
            {
                throw new InvalidOperationException($"{peer.Title()} answers wrongly for {Queries[i]} by {list.Name}.");
            }
        }
    }

    /// <summary>Asks until everything is compiled for good, in the small batches by whose number the runtime decides that.</summary>
    internal void WarmUp()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            var begin = Stopwatch.GetTimestamp();
            for (var batches = 0; batches < 40 || Stopwatch.GetElapsedTime(begin) < WarmUpTime; batches++)
            {
                Ask(BatchToWarmUp);
            }

            // What is called often is compiled again once nothing new was called for a tenth of a second.
            Thread.Sleep(WarmUpTime);
        }
    }

    /// <summary>Finds how many lookups make a sample.</summary>
    internal void Calibrate()
    {
        for (_lookups = 1; Sample() * _lookups < SampleTime.TotalNanoseconds; _lookups *= 2)
        {
        }
    }

    /// <summary>The nanoseconds of one lookup, on average over a sample.</summary>
    internal double Sample()
    {
        var begin = Stopwatch.GetTimestamp();
        Ask(_lookups);
        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / _lookups;
    }

    /// <summary>The bytes that one lookup allocates.</summary>
    internal double Allocated()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(Queries.Length);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Queries.Length;
    }

    protected abstract bool Answer(IPAddress address);

    protected abstract int Count(int start, int count);

    private void Ask(int lookups)
    {
        while (lookups > 0)
        {
            var count = Math.Min(lookups, Queries.Length - _next);
            Count(_next, count);
            lookups -= count;
            _next = (_next + count) % Queries.Length;
        }
    }
}

/// <inheritdoc/>
internal sealed class Contestant<TLookup>(Peer peer, AddressList list, bool areMapped, TLookup lookup) : Contestant(peer, list, areMapped)
    where TLookup : struct, ILookup
{
    protected override bool Answer(IPAddress address) => lookup.Contains(address);

    protected override int Count(int start, int count)
    {
        var listed = 0;
        foreach (var address in Queries.AsSpan(start, count))
        {
            listed += lookup.Contains(address) ? 1 : 0;
        }

        return listed;
    }
}
