using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>The application behind one guard.</summary>
internal sealed class Application : IServer
{
    /// <summary>Tells a process to be one.</summary>
    internal const string Argument = "serve";

    /// <summary>Tells it to log as a new application does: to the console, what is its own from Information on, what is the framework's from Warning on.</summary>
    internal const string WithLog = "log";

    private readonly Process _process;

    internal Application(Guard guard, bool hasLog = false)
    {
        var start = Pinned.Server(OwnProgram.Path, OwnProgram.Arguments([Argument, guard.ToString(), .. hasLog ? [WithLog] : Array.Empty<string>()]));
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
        Port = (int)Read().Single();
    }

    public int Port { get; }

    public Usage Usage
    {
        get
        {
            _process.StandardInput.WriteLine();
            return Read() is [var ticks, var bytes] ? new(TimeSpan.FromTicks(ticks), bytes) : throw new InvalidDataException("A server did not tell its usage.");
        }
    }

    /// <summary>Serves until the process that started this one closes its input or ends.</summary>
    internal static async Task ServeAsync(Guard guard, bool hasLog)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        if (hasLog)
        {
            // Standard output is for what the process that started this one asks.
            builder.Logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        }

        guard.AddTo(builder.Services);
        await using var app = builder.Build();
        guard.Use(app);
        guard.Map(app);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine($"{Environment.CpuUsage.TotalTime.Ticks} {GC.GetTotalAllocatedBytes(precise: true)}");
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

    private long[] Read() => [.. (_process.StandardOutput.ReadLine() ?? throw new InvalidDataException("A server ended."))
        .Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
}
