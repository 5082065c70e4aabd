using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>An application in a process of its own, so that its processor time is its own.</summary>
internal sealed class Server : IDisposable
{
    /// <summary>Tells a process to be a server.</summary>
    internal const string Argument = "serve";

    private readonly Process _process;

    private Server(Process process, int port) => (_process, Port) = (process, port);

    internal int Port { get; }

    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Asks how many bytes were allocated so far.</summary>
    internal long AllocatedBytes
    {
        get
        {
            _process.StandardInput.WriteLine();
            return long.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        }
    }

    internal static Server Start(Guard guard)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), Argument, guard.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new(process, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    /// <summary>Serves until the process that started this one closes its input or ends.</summary>
    internal static async Task RunAsync(Guard guard)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        guard.AddTo(builder.Services);
        await using var app = builder.Build();
        guard.Use(app);
        guard.Map(app);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(GC.GetTotalAllocatedBytes(precise: true));
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Server).Assembly.Location] : [];
}
