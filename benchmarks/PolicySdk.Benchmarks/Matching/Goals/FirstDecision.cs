using System.Diagnostics;
using System.Globalization;
using System.Net;
using PolicySdk.Benchmarks.Matching.Contestants;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>
/// The first decision of a process, with the JIT compiler: in a process of its own each time. Of a list of one entry it is what the library
/// itself takes to be loaded and compiled; of others, what their size adds is told beside it.
/// </summary>
internal static class FirstDecision
{
    /// <summary>Tells a process to take one.</summary>
    internal const string Argument = "first";

    private static readonly (int Size, double Milliseconds)[] Goals = [(1, 2), (1_000, 2), (100_000, 10)];

    internal static IEnumerable<AddressList> Lists => Goals.Select(static goal => ListGenerator.Create(ListKind.Prefixes, goal.Size));

    internal static IEnumerable<Goal> Measure(string folder, IReadOnlyDictionary<string, AddressList> lists, int rounds)
    {
        AddressList[] own = [.. Goals.Select(goal => lists[AddressList.NameOf(ListKind.Prefixes, goal.Size)])];
        var turns = Turns.Take([.. own.Select(list => (Func<double>)(() => InProcess(folder, list)))], rounds);
        for (var i = 0; i < Goals.Length; i++)
        {
            var (time, smallest) = (turns.Nanoseconds(i), turns.Nanoseconds(0));
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"first decision, {Goals[i].Size:N0} IPv4 prefixes"),
                Goal.Time(time),
                i == 0 ? "" : $"1 entry {Goal.Time(smallest)}",
                i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(time - smallest) / 1e6:+0.00;-0.00} ms"),
                string.Create(CultureInfo.InvariantCulture, $"< {Goals[i].Milliseconds} ms"),
                time < Goals[i].Milliseconds * 1e6);
        }
    }

    /// <summary>Prints the nanoseconds that it took.</summary>
    internal static void Run(string folder, string name, string address)
    {
        var decide = new CompiledLists(folder).FirstDecision(name);
        var caller = IPAddress.Parse(address);
        var begin = Stopwatch.GetTimestamp();
        var isAllowed = decide(caller);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        Console.WriteLine(isAllowed ? elapsed.TotalNanoseconds.ToString(CultureInfo.InvariantCulture) : "refused");
    }

    private static double InProcess(string folder, AddressList list)
    {
        var middle = list.Prefixes[list.Prefixes.Count / 2];
        ProcessStartInfo start = new(OwnProgram.Path, OwnProgram.Arguments(Argument, folder, list.Name, Prefix.Address(middle.First, middle.Width).ToString())) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }
}
