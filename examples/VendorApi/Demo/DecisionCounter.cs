using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace VendorApi.Demo;

/// <summary>Listens to the counter of the SDK, as an exporter of metrics does.</summary>
internal sealed class DecisionCounter : IDisposable
{
    private readonly ConcurrentDictionary<(string Policy, string Result), long> _counts = new();
    private readonly MeterListener _listener = new();

    internal DecisionCounter()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "PolicySdk", Name: "policysdk.requests" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, requests, tags, _) => Add(requests, tags));
        _listener.Start();
    }

    internal IEnumerable<(string Policy, string Result, long Requests)> Counts =>
        _counts.Select(static count => (count.Key.Policy, count.Key.Result, count.Value)).Order();

    public void Dispose() => _listener.Dispose();

    private void Add(long requests, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (policy, result) = ("-", "-");
        foreach (var (name, value) in tags)
        {
            policy = name == "policysdk.policy" ? $"{value}" : policy;
            result = name == "policysdk.result" ? $"{value}" : result;
        }

        _counts.AddOrUpdate((policy, result), requests, (_, before) => before + requests);
    }
}
