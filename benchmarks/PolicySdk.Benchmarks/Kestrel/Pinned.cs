using System.Diagnostics;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>Starts servers on a processor that the load leaves alone, where <c>run.sh</c> names one.</summary>
internal static class Pinned
{
    private static readonly string? Processor = Environment.GetEnvironmentVariable("SERVER_PROCESSOR");

    internal static ProcessStartInfo Server(string program, params string[] arguments) =>
        Processor is null ? new(program, arguments) : new("taskset", ["-c", Processor, program, .. arguments]);
}
