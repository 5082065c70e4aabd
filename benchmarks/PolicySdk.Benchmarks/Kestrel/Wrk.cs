using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>The load by wrk (https://github.com/wg/wrk): one thread, which costs much less than the server. A second is the shortest that it can do.</summary>
internal sealed partial class Wrk(string program, Uri address, int status) : ILoad
{
    public void Dispose()
    {
    }

    public Answered Run()
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--threads", "1", "--connections", $"{Comparison.Connections}", "--duration", "1s", $"{address}"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        var count = Number(Requests().Match(output));
        var other = NotSuccessful().Match(output);
        var asExpected = status == StatusCodes.Status200OK ? !other.Success : other.Success && Number(other) == count;
        return process.ExitCode == 0 && count > 0 && asExpected && !output.Contains("Socket errors", StringComparison.Ordinal)
            ? new((long)count, count / Number(PerSecond().Match(output)))
            : throw new InvalidDataException($"Expected {status} from {address}:\n{output}");
    }

    private static double Number(Match match) => match.Success ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NotSuccessful();
}
