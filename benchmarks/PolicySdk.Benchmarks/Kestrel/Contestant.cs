namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>One load on one server.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Baseline">What it is compared with, in the same round; null for what others are compared with.</param>
/// <param name="Load">The load.</param>
/// <param name="ProcessorTime">The processor time of the server so far.</param>
/// <param name="AllocatedBytes">The bytes that the server allocated so far, where it can tell.</param>
internal sealed record Contestant(string Name, Contestant? Baseline, Load Load, Func<TimeSpan> ProcessorTime, Func<long>? AllocatedBytes = null)
{
    private readonly List<Sample> _samples = [];

    internal async Task MeasureAsync(TimeSpan duration)
    {
        var (start, processor, allocated) = (TimeProvider.System.GetTimestamp(), ProcessorTime(), AllocatedBytes?.Invoke() ?? 0);
        var count = await Load.RunAsync(duration);
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        _samples.Add(new(
            count / elapsed.TotalSeconds,
            (ProcessorTime() - processor).TotalMicroseconds / count,
            ((AllocatedBytes?.Invoke() ?? 0) - allocated) / (double)count));
    }

    /// <summary>Forgets what was measured to warm up.</summary>
    internal void Reset() => _samples.Clear();

    /// <summary>The median of a figure.</summary>
    internal double Median(Func<Sample, double> figure) => Middle(_samples.Select(figure));

    /// <summary>The median of a figure's ratios to the baseline, round by round.</summary>
    internal double Ratio(Func<Sample, double> figure) =>
        Baseline is null ? 1 : Middle(_samples.Zip(Baseline._samples, (own, other) => figure(own) / figure(other)));

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}

/// <summary>What a load met in one round.</summary>
internal readonly record struct Sample(double RequestsPerSecond, double Microseconds, double Bytes);
