using System.Diagnostics;
using System.Globalization;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Native;

/// <summary>A program that looks up a list's addresses for each line that it is sent, and answers with the nanoseconds of a lookup and how many are listed.</summary>
internal sealed class NativeProgram : IDisposable
{
    private readonly Process _process;

    internal NativeProgram(string path, string folder, AddressList list)
    {
        ProcessStartInfo start = new(path, [list.Width == 32 ? "4" : "6", NativeLists.PrefixesFile(folder, list), NativeLists.AddressesFile(folder, list)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        if (_process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException($"{path} does not take {list.Name}.");
        }
    }

    /// <summary>How many of the addresses it found at last.</summary>
    internal int Listed { get; private set; }

    internal double Sample()
    {
        _process.StandardInput.WriteLine();
        var answer = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The program ended.")).Split(' ');
        Listed = int.Parse(answer[1], CultureInfo.InvariantCulture);
        return double.Parse(answer[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
