using PolicySdk.TestSupport;

namespace Examples.Tests.OpenTelemetry;

/// <summary>The example, run as a process of its own, and called once as a subscriber and twice as a stranger; then what it exported.</summary>
public sealed class ExportedExample : IAsyncLifetime
{
    internal const string Metric = "policysdk.requests";
    internal const string Subscriber = "127.0.0.2";
    internal const string Stranger = "127.0.0.9";
    internal const string Credential = "credential-of-a-caller";
    internal const string QueryValue = "value-in-a-query";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    internal OtlpReceiver Receiver { get; } = new();

    /// <summary>The last export of the counter.</summary>
    internal Dictionary<(string Policy, string Result), ulong> Counts =>
        Receiver.Of("metrics").Select(static export => Otlp.Counts(export, Metric)).LastOrDefault(static counts => counts.Count > 0, []);

    internal IReadOnlyList<OtlpSpan> Spans => [.. Receiver.Of("traces").SelectMany(Otlp.Spans)];

    internal IReadOnlyList<OtlpLogRecord> Rejections => [.. Receiver.Of("logs").SelectMany(Otlp.LogRecords).Where(static record => record.Event == "Rejected")];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Receiver.StartAsync();
        await using var example = ChildProcess.Start(
            Limit,
            ChildProcess.Dotnet,
            ["exec", Path.Combine(AppContext.BaseDirectory, "OpenTelemetryExample.dll"), "--urls", "http://127.0.0.1:0", "--contentRoot", Folder],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Receiver.Url.ToString()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"),
            ("OTEL_BLRP_SCHEDULE_DELAY", "200"));
        var url = await example.WaitForUrlAsync();
        foreach (var from in new[] { Subscriber, Stranger, Stranger })
        {
            await CallAsync(from, url);
        }

        using var timeout = new CancellationTokenSource(Limit);
        while (Counts.Values.Aggregate(0UL, static (sum, count) => sum + count) < 3 || Spans.Count < 3 || Rejections.Count < 2)
        {
            await Task.Delay(20, timeout.Token);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Receiver.DisposeAsync();

    private static string Folder => Path.Combine(RepositoryRoot.Path, "examples", "OpenTelemetry");

    private static async Task CallAsync(string from, Uri url)
    {
        using var client = Loopback.Client(from, url);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Credential);
        using var _ = await client.GetAsync($"/prices/VND?key={QueryValue}");
    }
}
