using System.Net.Sockets;

namespace VendorApi.Demo;

/// <summary><c>--demo</c>: serves on loopback, calls itself from several loopback addresses, and shows what was decided and why.</summary>
internal static class Demonstration
{
    private const int AsDeclared = 0;
    private const int NotAsDeclared = 1;
    private const int CannotRunHere = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static async Task<int> RunAsync(string[] args)
    {
        var obstacles = DemoCalls.All.Select(static call => call.Source).Distinct().Select(LoopbackCaller.Obstacle).OfType<string>().ToList();
        if (obstacles.Count > 0)
        {
            await Console.Error.WriteLineAsync($"The demo calls from several loopback addresses, and this machine lacks some:\n  {string.Join("\n  ", obstacles)}");
            return CannotRunHere;
        }

        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            using var counter = new DecisionCounter();
            var answers = await ServeAndCallAsync(args, timeout.Token);
            DemoReport.Write(Console.Out, answers, counter);
            return answers.All(static answer => answer.IsAsDeclared) ? AsDeclared : NotAsDeclared;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"The demo did not end within {Limit.TotalSeconds} seconds.");
            return NotAsDeclared;
        }
    }

    private static async Task<IReadOnlyList<DemoAnswer>> ServeAndCallAsync(string[] args, CancellationToken cancellation)
    {
        // Development, unless the command line says otherwise: the entries of loopback count only there.
        var builder = VendorApplication.CreateBuilder(["--environment", "Development", .. args, "--urls", "http://127.0.0.1:0;http://[::1]:0"]);
        var secrets = DemoSecrets.AddTo(builder.Configuration);
        var clock = new DemoClock();
        using var log = new DecisionLog();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.ClearProviders().AddProvider(log).AddFilter((category, _) => category == DecisionLog.Category);

        await using var app = VendorApplication.Build(builder);
        await app.StartAsync(cancellation);
        var answers = new List<DemoAnswer>();
        foreach (var call in DemoCalls.All)
        {
            clock.Day = call.Day;
            using var caller = LoopbackCaller.Create(call.Source);
            using var request = new HttpRequestMessage(call.Method, new Uri(AddressOf(app, call), call.Path));
            secrets.AddTo(request, call);
            request.Headers.Add("X-Forwarded-For", call.For is null ? [] : [call.For]);
            using var response = await caller.SendAsync(request, cancellation);
            answers.Add(await DemoAnswer.ReadAsync(call, response, log.Take()));
        }

        await app.StopAsync(cancellation);
        return answers;
    }

    private static Uri AddressOf(WebApplication app, DemoCall call)
    {
        var kind = call.Source.AddressFamily == AddressFamily.InterNetwork ? UriHostNameType.IPv4 : UriHostNameType.IPv6;
        return app.Urls.Select(static url => new Uri(url)).First(url => url.HostNameType == kind);
    }
}
