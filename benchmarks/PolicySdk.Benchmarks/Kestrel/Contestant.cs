namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>One path of one server under load.</summary>
/// <param name="name">What the report calls it.</param>
/// <param name="baseline">What it is compared with, round by round; null for what others are compared with.</param>
/// <param name="server">The server.</param>
/// <param name="load">The load on the path.</param>
internal sealed class Contestant(string name, Contestant? baseline, IServer server, ILoad load) : IDisposable
{
    private readonly List<Sample> _samples = [];

    internal string Name => name;

    internal Contestant? Baseline => baseline;

    internal void Measure()
    {
        var before = server.Usage;
        var answered = load.Run();
        var after = server.Usage;
        _samples.Add(new(
            answered.Count / answered.Seconds,
            (after.Processor - before.Processor).TotalMicroseconds / answered.Count,
            (after.Bytes - before.Bytes) / (double)answered.Count));
    }

    public void Dispose() => load.Dispose();

    /// <summary>Forgets what was measured to warm up.</summary>
    internal void Reset() => _samples.Clear();

    internal IEnumerable<double> Values(Func<Sample, double> figure) => _samples.Select(figure);

    /// <summary>The ratios to the baseline, each of two samples of one round.</summary>
    internal IEnumerable<double> Ratios(Func<Sample, double> figure) => _samples.Zip(baseline!._samples, (own, other) => figure(own) / figure(other));
}

/// <summary>What one load showed.</summary>
internal readonly record struct Sample(double RequestsPerSecond, double Microseconds, double? Bytes);
