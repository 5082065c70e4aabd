namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>Samples of contestants that took turns on one processor.</summary>
internal sealed class Turns
{
    private readonly double[][] _samples;

    private Turns(double[][] samples) => _samples = samples;

    internal static Turns Take(IReadOnlyList<Contestant> contestants, int rounds)
    {
        using var processor = OneProcessor.Take();
        foreach (var one in contestants)
        {
            one.Calibrate();
        }

        return Take([.. contestants.Select(static one => (Func<double>)one.Sample)], rounds);
    }

    /// <summary>Each begins a round in its turn, so that none is always measured after the same other one.</summary>
    internal static Turns Take(Func<double>[] contestants, int rounds)
    {
        double[][] samples = [.. contestants.Select(_ => new double[rounds])];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                var turn = (round + i) % contestants.Length;
                samples[turn][round] = contestants[turn]();
            }
        }

        return new(samples);
    }

    /// <summary>The median of a contestant's samples.</summary>
    internal double Nanoseconds(int contestant) => Median(_samples[contestant]);

    /// <summary>The median of the ratios of two samples of one round.</summary>
    internal double Ratio(int contestant, int other) => Median(_samples[contestant].Zip(_samples[other], static (one, two) => one / two));

    internal static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
