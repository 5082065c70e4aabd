using System.Globalization;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>Servers side by side, each under load for a second in turn, many times over: only ratios within one round count.</summary>
internal static class Comparison
{
    internal const int Connections = 8;

    private const int WarmUpRounds = 8;

    internal static void Run()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "21", CultureInfo.InvariantCulture);
        List<IServer> servers = [];
        try
        {
            var contestants = Create(servers);
            for (var round = -WarmUpRounds; round < rounds; round++)
            {
                if (round == 0)
                {
                    contestants.ForEach(static one => one.Reset());
                }

                Measure(contestants, round + WarmUpRounds);
            }

            Report.Print(contestants);
        }
        finally
        {
            servers.ForEach(static server => server.Dispose());
        }
    }

    private static List<Contestant> Create(List<IServer> servers)
    {
        var passThrough = Of("pass-through middleware", null, Start(new Application(Guard.PassThrough)));
        var policySdk = Start(new Application(Guard.PolicySdk));
        var allowed = Of("PolicySdk, allowed", passThrough, policySdk);
        var logging = Start(new Application(Guard.PolicySdk, hasLog: true));
        var allowedWithLog = Of("PolicySdk, allowed, console log", passThrough, logging);
        List<Contestant> contestants =
        [
            passThrough,
            allowed,
            Of("PolicySdk, refused", allowed, policySdk, StatusCodes.Status401Unauthorized),
            allowedWithLog,
            Of("PolicySdk, refused, console log", allowedWithLog, logging, StatusCodes.Status401Unauthorized),
            Of("List<IPNetwork>.Any, allowed", passThrough, Start(new Application(Guard.NetworkList))),
            Of("documentation's safelist, allowed", passThrough, Start(new Application(Guard.Safelist))),
        ];
        if (Environment.GetEnvironmentVariable("NGINX_PATH") is { Length: > 0 } program)
        {
            var nginx = Of("nginx", null, Start(new Nginx(program, list: null)));
            contestants.AddRange([nginx, Of("nginx allow/deny, allowed", nginx, Start(new Nginx(program, Addresses.List)))]);
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
        return new(name, baseline, server, Environment.GetEnvironmentVariable("WRK_PATH") is { Length: > 0 } wrk
            ? () => Wrk.Run(wrk, address, status)
            : () => Client.Run(address, status));
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
