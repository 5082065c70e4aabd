using System.Globalization;
using PolicySdk.Benchmarks.Matching.Contestants;
using PolicySdk.Benchmarks.Matching.Goals;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Native;

/// <summary>Lookups in the lists of a folder, and where a program is given, in turns with it.</summary>
internal static class Lookups
{
    private const double Wanted = 0.7;

    internal static void Print(string folder, string? program)
    {
        var rounds = Environment.GetEnvironmentVariable("ROUNDS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 201;
        CompiledLists compiled = new(folder);
        Goal.PrintHead();
        foreach (var list in NativeLists.All)
        {
            Measure(compiled, list, folder, program, rounds).Print();
        }
    }

    private static Goal Measure(CompiledLists compiled, AddressList list, string folder, string? program, int rounds)
    {
        Matcher matcher = new(compiled, list);
        var title = string.Create(CultureInfo.InvariantCulture, $"lookup, {list.Prefixes.Count:N0} {(list.Width == 32 ? "IPv4" : "IPv6")} prefixes, hits");
        using var processor = OneProcessor.Take();
        if (program is null)
        {
            var alone = Turns.Take([matcher.Sample], rounds);
            Check(matcher.Listed);
            return new(title, Goal.Time(alone.Nanoseconds(0)), "", "", "", IsMet: null);
        }

        // Started from the thread that measures, it has the same processor.
        using NativeProgram other = new(program, folder, list);
        var turns = Turns.Take([matcher.Sample, other.Sample], rounds);
        Check(matcher.Listed);
        Check(other.Listed);
        var ratio = turns.Ratio(0, 1);
        var isGoal = list.Width == 32;
        return new(
            title,
            Goal.Time(turns.Nanoseconds(0)),
            $"{(isGoal ? "rte_fib" : "rte_fib6")} {Goal.Time(turns.Nanoseconds(1))}",
            $"{Goal.Text(ratio, "0.00")} of its time",
            isGoal ? $"≤ {Goal.Text(Wanted, "0.0")}" : "",
            isGoal ? ratio <= Wanted : null);
    }

    // A benchmark of the wrong answer is worse than none.
    private static void Check(int listed)
    {
        if (listed != Queries.Count)
        {
            throw new InvalidOperationException($"{listed} of {Queries.Count} listed addresses were found.");
        }
    }
}
