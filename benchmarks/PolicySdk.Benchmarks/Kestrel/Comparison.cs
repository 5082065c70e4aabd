using System.Globalization;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>
/// Servers side by side, each under load for a moment in turn, many times over: only ratios within one round count. Each is started several
/// times, because two processes of the same program differ by as much as what is compared.
/// </summary>
internal static class Comparison
{
    internal const int Connections = 8;

    private static readonly string? WrkPath = Environment.GetEnvironmentVariable("WRK_PATH") is { Length: > 0 } path ? path : null;

    private static readonly int WarmUpRounds = WrkPath is null ? 80 : 8;

    internal static void Run()
    {
        var launches = Number("LAUNCHES", 3);
        var rounds = Number("ROUNDS", WrkPath is null ? 60 : 7);
        Report.Print([.. Enumerable.Range(0, launches).Select(_ => Launch(rounds))]);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Starts all servers, measures them, and ends them.</summary>
    private static List<Contestant> Launch(int rounds)
    {
        List<IServer> servers = [];
        List<Contestant> contestants = [];
        try
        {
            contestants = Create(servers);
            for (var round = 0; round < WarmUpRounds + rounds; round++)
            {
                if (round == WarmUpRounds)
                {
                    contestants.ForEach(static one => one.Reset());
                }

                Measure(contestants, round);
            }

            return contestants;
        }
        finally
        {
            contestants.ForEach(static one => one.Dispose());
            servers.ForEach(static server => server.Dispose());
        }
    }

    private static List<Contestant> Create(List<IServer> servers)
    {
        var passThrough = Of("pass-through middleware", null, Start(new Application(Guard.PassThrough)));
        var policySdk = Start(new Application(Guard.PolicySdk));
        var allowed = Of("PolicySdk, allowed", passThrough, policySdk);
        List<Contestant> contestants = [passThrough, allowed, Of("PolicySdk, refused", allowed, policySdk, StatusCodes.Status401Unauthorized)];
        if (Environment.GetEnvironmentVariable("GOALS_ONLY") == "1")
        {
            return contestants;
        }

        var logging = Start(new Application(Guard.PolicySdk, hasLog: true));
        var allowedWithLog = Of("PolicySdk, allowed, console log", passThrough, logging);
        contestants.AddRange(
        [
            allowedWithLog,
            Of("PolicySdk, refused, console log", allowedWithLog, logging, StatusCodes.Status401Unauthorized),
            Of("List<IPNetwork>.Any, allowed", passThrough, Start(new Application(Guard.NetworkList))),
            Of("documentation's safelist, allowed", passThrough, Start(new Application(Guard.Safelist))),
        ]);
        if (Environment.GetEnvironmentVariable("NGINX_PATH") is { Length: > 0 } program)
        {
            var nginx = Of("nginx", null, Start(new Nginx(program, list: null)));
            contestants.AddRange(
            [
                nginx,
                Of("nginx allow/deny, allowed", nginx, Start(new Nginx(program, Addresses.List))),
                Of("nginx geo, allowed", nginx, Start(new Nginx(program, Addresses.List, asTree: true))),
            ]);
        }

        return contestants;

        IServer Start(IServer server)
        {
            servers.Add(server);
            return server;
        }
    }

    private static Contestant Of(string name, Contestant? baseline, IServer server, int status = StatusCodes.Status200OK)
    {
        var address = new Uri($"http://127.0.0.1:{server.Port}{(status == StatusCodes.Status200OK ? Guards.Path : Guards.PathOfOthers)}");
        return new(name, baseline, server, WrkPath is { } wrk ? new Wrk(wrk, address, status) : new Client(address, status));
    }

    // Each begins a round in its turn, so that none is always measured after the same other one.
    private static void Measure(List<Contestant> contestants, int round)
    {
        for (var i = 0; i < contestants.Count; i++)
        {
            contestants[(round + i) % contestants.Count].Measure();
        }
    }
}
