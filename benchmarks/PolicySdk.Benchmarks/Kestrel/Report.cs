using System.Globalization;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>
/// A table of medians. A ratio is of two samples of one round, its figure that of the launch in the middle by the median of its rounds; in
/// parentheses are the lowest and the highest launch, which tell how much the machine swung.
/// </summary>
internal static class Report
{
    internal static void Print(IReadOnlyList<List<Contestant>> launches)
    {
        Console.WriteLine("| | requests/s | µs of processor | bytes allocated | beside | requests/s | processor time |");
        Console.WriteLine("|---|---:|---:|---:|---|---:|---:|");
        for (var i = 0; i < launches[0].Count; i++)
        {
            Contestant[] one = [.. launches.Select(launch => launch[i])];
            string[] cells =
            [
                one[0].Name,
                Values(one, static sample => sample.RequestsPerSecond, "N0"),
                Values(one, static sample => sample.Microseconds, "N2"),
                Values(one, static sample => sample.Bytes ?? double.NaN, "N0"),
                one[0].Baseline?.Name ?? "",
                Ratio(one, static sample => sample.RequestsPerSecond),
                Ratio(one, static sample => sample.Microseconds),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static string Values(Contestant[] launches, Func<Sample, double> figure, string format) =>
        Median(launches.SelectMany(one => one.Values(figure))) is var median && double.IsNaN(median) ? "" : median.ToString(format, CultureInfo.InvariantCulture);

    private static string Ratio(Contestant[] launches, Func<Sample, double> figure)
    {
        if (launches[0].Baseline is null)
        {
            return "";
        }

        double[] medians = [.. launches.Select(one => Median(one.Ratios(figure)))];
        return string.Create(CultureInfo.InvariantCulture, $"{Median(medians):N3} ({medians.Min():N3} to {medians.Max():N3})");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
