using System.Diagnostics;
using System.Globalization;
using System.Net;
using PolicySdk.Benchmarks.Matching.Contestants;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>
/// The first decision of a policy in a process, with the JIT compiler; in a process of its own each time. Another policy, of one entry, has
/// decided before: what that takes, to load and compile the library itself, is told beside.
/// </summary>
internal static class FirstDecision
{
    /// <summary>Tells a process to take one.</summary>
    internal const string Argument = "first";

    private const int OtherSize = 1;

    private static readonly (int Size, double Milliseconds)[] Goals = [(8, 2), (1_000, 2), (100_000, 10)];

    internal static IEnumerable<AddressList> Lists => Goals.Select(static goal => goal.Size).Prepend(OtherSize).Select(static size => ListGenerator.Create(ListKind.Prefixes, size));

    internal static IEnumerable<Goal> Measure(string folder, IReadOnlyDictionary<string, AddressList> lists, int rounds)
    {
        foreach (var (size, milliseconds) in Goals)
        {
            var times = Enumerable.Range(0, rounds).Select(_ => InProcess(folder, lists[ListName(OtherSize)], lists[ListName(size)])).ToArray();
            var (library, own) = (Turns.Median(times.Select(static time => time.Library)), Turns.Median(times.Select(static time => time.Own)));
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"first decision, {size:N0} IPv4 prefixes"),
                Goal.Time(own),
                $"the library's {Goal.Time(library)}",
                "",
                string.Create(CultureInfo.InvariantCulture, $"< {milliseconds} ms"),
                own < milliseconds * 1e6);
        }
    }

    /// <summary>Prints the nanoseconds that both decisions took.</summary>
    /// <param name="arguments">The folder of the lists; the names of two, each with an address that it holds.</param>
    internal static void Run(string[] arguments)
    {
        CompiledLists lists = new(arguments[0]);
        var (first, second) = (lists.FirstDecision(arguments[1]), lists.FirstDecision(arguments[3]));
        var (caller, other) = (IPAddress.Parse(arguments[2]), IPAddress.Parse(arguments[4]));
        var library = Time(first, caller);
        var own = Time(second, other);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library} {own}"));
    }

    private static double Time(Func<IPAddress, bool> decide, IPAddress caller)
    {
        var begin = Stopwatch.GetTimestamp();
        var isAllowed = decide(caller);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        return isAllowed ? elapsed.TotalNanoseconds : throw new InvalidOperationException($"{caller} is refused.");
    }

    private static (double Library, double Own) InProcess(string folder, AddressList other, AddressList list)
    {
        ProcessStartInfo start = new(OwnProgram.Path, OwnProgram.Arguments(Argument, folder, other.Name, Middle(other), list.Name, Middle(list))) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return answer.Split(' ') is [var library, var own]
            ? (double.Parse(library, CultureInfo.InvariantCulture), double.Parse(own, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("A first decision failed.");
    }

    private static string ListName(int size) => AddressList.NameOf(ListKind.Prefixes, size);

    private static string Middle(AddressList list) => Prefix.Address(list.Prefixes[list.Prefixes.Count / 2].First, list.Width).ToString();
}
