using System.Globalization;
using System.Net;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>Servers side by side, each in turn for a moment, many times over: only ratios within one round count.</summary>
internal static class Comparison
{
    private const int Rounds = 20;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    internal static async Task RunAsync(string? nginx)
    {
        using var passThrough = Server.Start(Guard.PassThrough);
        using var policySdk = Server.Start(Guard.PolicySdk);
        using var safelist = Server.Start(Guard.Safelist);
        using var networkList = Server.Start(Guard.NetworkList);
        using var open = nginx is null ? null : Nginx.Start(nginx, list: null);
        using var listed = nginx is null ? null : Nginx.Start(nginx, Addresses.List);

        var baseline = Of("pass-through middleware", null, passThrough, Addresses.Listed);
        var allowed = Of("PolicySdk, allowed", baseline, policySdk, Addresses.Listed);
        List<Contestant> contestants =
        [
            baseline,
            allowed,
            Of("PolicySdk, refused", allowed, policySdk, Addresses.Unlisted, StatusCodes.Status401Unauthorized),
            Of("List<IPNetwork>.Any, allowed", baseline, networkList, Addresses.Listed),
            Of("documentation's safelist, allowed", baseline, safelist, Addresses.Listed),
        ];
        if (open is not null && listed is not null)
        {
            var withoutList = Of("nginx", null, open, Addresses.Listed);
            contestants.AddRange([withoutList, Of("nginx allow/deny, allowed", withoutList, listed, Addresses.Listed)]);
        }

        await MeasureAsync(contestants);
        Print(contestants);
        contestants.ForEach(static one => one.Load.Dispose());
    }

    private static Contestant Of(string name, Contestant? baseline, Server server, IPAddress caller, int status = StatusCodes.Status200OK) =>
        new(name, baseline, new Load(caller, server.Port, status), () => server.ProcessorTime, () => server.AllocatedBytes);

    private static Contestant Of(string name, Contestant? baseline, Nginx server, IPAddress caller) =>
        new(name, baseline, new Load(caller, server.Port, StatusCodes.Status200OK), () => server.ProcessorTime);

    private static async Task MeasureAsync(List<Contestant> contestants)
    {
        // Until the JIT has done with it.
        for (var i = 0; i < 3; i++)
        {
            await RoundAsync(contestants, i);
        }

        contestants.ForEach(static one => one.Reset());
        for (var i = 0; i < Rounds; i++)
        {
            await RoundAsync(contestants, i);
        }
    }

    // Each begins a round in its turn, so that none is always measured after the same other one.
    private static async Task RoundAsync(List<Contestant> contestants, int round)
    {
        for (var i = 0; i < contestants.Count; i++)
        {
            await contestants[(round + i) % contestants.Count].MeasureAsync(Moment);
        }
    }

    private static void Print(IEnumerable<Contestant> contestants)
    {
        Console.WriteLine("| against the same list of 1,000 | requests/s | µs of processor a request | bytes a request | beside | requests/s | processor time |");
        Console.WriteLine("|---|---:|---:|---:|---|---:|---:|");
        foreach (var one in contestants)
        {
            var bytes = one.AllocatedBytes is null ? "" : one.Median(static sample => sample.Bytes).ToString("N0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {one.Median(static sample => sample.RequestsPerSecond):N0} | {one.Median(static sample => sample.Microseconds):N2} | {bytes} | {one.Baseline?.Name} | {Ratio(one, static sample => sample.RequestsPerSecond)} | {Ratio(one, static sample => sample.Microseconds)} |"));
        }
    }

    private static string Ratio(Contestant one, Func<Sample, double> figure) =>
        one.Baseline is null ? "" : one.Ratio(figure).ToString("0.000", CultureInfo.InvariantCulture);
}
