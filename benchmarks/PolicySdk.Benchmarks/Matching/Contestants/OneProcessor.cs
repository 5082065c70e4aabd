using System.Diagnostics;
using System.Numerics;

namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>
/// Keeps the thread that measures on one processor. Not the whole process from its start: a runtime that sees one processor only puts off
/// compiling what is called often (<c>DOTNET_TC_DelaySingleProcMultiplier</c>).
/// </summary>
internal sealed class OneProcessor : IDisposable
{
    private readonly nint? _before;

    private OneProcessor(nint? before) => _before = before;

    /// <summary>The highest that the process may use.</summary>
    private static nint Highest(nint allowed) => (nint)1 << BitOperations.Log2((nuint)allowed);

    internal static OneProcessor Take()
    {
        // On Linux it is the main thread that this moves, which is the one that measures.
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return new(null);
        }

        using var self = Process.GetCurrentProcess();
        var before = self.ProcessorAffinity;
        self.ProcessorAffinity = Highest(before);
        return new(before);
    }

    public void Dispose()
    {
        if (_before is { } before && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = before;
        }
    }
}
