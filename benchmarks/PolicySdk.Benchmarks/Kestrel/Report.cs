using System.Globalization;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>A table of medians. Of ratios also the 10th and the 90th percentile: they tell how much the machine swung.</summary>
internal static class Report
{
    internal static void Print(IEnumerable<Contestant> contestants)
    {
        Console.WriteLine("| | requests/s | µs of processor | bytes allocated | beside | requests/s | processor time |");
        Console.WriteLine("|---|---:|---:|---:|---|---:|---:|");
        foreach (var one in contestants)
        {
            string[] cells =
            [
                one.Name,
                Median(one.Values(static sample => sample.RequestsPerSecond), "N0"),
                Median(one.Values(static sample => sample.Microseconds), "N2"),
                Median(one.Values(static sample => sample.Bytes ?? double.NaN), "N0"),
                one.Baseline?.Name ?? "",
                Ratio(one, static sample => sample.RequestsPerSecond),
                Ratio(one, static sample => sample.Microseconds),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static string Median(IEnumerable<double> values, string format) =>
        Percentile([.. values.Order()], 50) is var median && double.IsNaN(median) ? "" : median.ToString(format, CultureInfo.InvariantCulture);

    private static string Ratio(Contestant one, Func<Sample, double> figure)
    {
        if (one.Baseline is null)
        {
            return "";
        }

        double[] ratios = [.. one.Ratios(figure).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{Percentile(ratios, 50):N3} ({Percentile(ratios, 10):N2} to {Percentile(ratios, 90):N2})");
    }

    private static double Percentile(double[] ordered, int percent) => ordered[(ordered.Length - 1) * percent / 100];
}
