// A worker without any endpoint: a host, a hosted service, words that sound like mapping.
using System.Collections.Concurrent;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<ImportWorker>();
builder.Services.AddSingleton<CountryMap>();
await builder.Build().RunAsync();

sealed class ImportWorker(CountryMap map, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        map.MapGet("AT", country => country + "!");
        map.Map("DE").Run(() => logger.LogInformation("mapped"));
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            logger.LogInformation("{Count} countries", map.Count);
        }
    }
}

sealed class CountryMap
{
    private readonly ConcurrentDictionary<string, string> _names = new();

    public int Count => _names.Count;

    public CountryMap MapGet(string code, Func<string, string> convert)
    {
        _names[code] = convert(code);
        return this;
    }

    public CountryMap Map(string code) => MapGet(code, static name => name);

    public void Run(Action action) => action();
}
