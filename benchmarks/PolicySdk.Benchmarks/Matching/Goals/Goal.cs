using System.Globalization;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>A row of the table of goals.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Own">Our figure.</param>
/// <param name="Other">That of what it is compared with.</param>
/// <param name="Ratio">The two compared, where they are.</param>
/// <param name="Wanted">The goal in words.</param>
/// <param name="IsMet">Whether it is met; null where there is none.</param>
internal sealed record Goal(string What, string Own, string Other, string Ratio, string Wanted, bool? IsMet)
{
    internal static void PrintHead()
    {
        Console.WriteLine("| | PolicySdk | beside | | goal | |");
        Console.WriteLine("|---|---:|---:|---:|---:|---|");
    }

    internal void Print() => Console.WriteLine($"| {What} | {Own} | {Other} | {Ratio} | {Wanted} | {IsMet switch { null => "", true => "met", _ => "**missed**" }} |");

    internal static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A time in the unit in which it reads well.</summary>
    internal static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Text(nanoseconds, "0.0 ns"),
        < 1_000_000 => Text(nanoseconds / 1_000, "0.0 µs"),
        _ => Text(nanoseconds / 1_000_000, "0.00 ms"),
    };
}
