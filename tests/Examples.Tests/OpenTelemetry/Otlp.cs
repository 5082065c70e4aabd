namespace Examples.Tests.OpenTelemetry;

/// <summary>What one request exported of a signal.</summary>
internal static class Otlp
{
    /// <summary>The points of a counter that an export has, by the tags that the SDK gives.</summary>
    internal static Dictionary<(string Policy, string Result), ulong> Counts(byte[] export, string metric) => Items(export)
        .Where(one => one.Text(1) == metric)
        .SelectMany(static one => one.Messages(7))                       // Metric.sum
        .SelectMany(static sum => sum.Messages(1))                       // Sum.data_points
        .Select(static point => (Tags: point.Attributes(7), Value: point.Number(6)))
        .ToDictionary(static point => (point.Tags.GetValueOrDefault("policysdk.policy", "-"), point.Tags["policysdk.result"]), static point => point.Value);

    /// <summary>The attributes of the spans, and their names.</summary>
    internal static IEnumerable<OtlpSpan> Spans(byte[] export) =>
        Items(export).Select(static span => new OtlpSpan(span.Text(5), span.Attributes(9), Convert.ToHexStringLower(span.Bytes(1))));

    internal static IEnumerable<OtlpLogRecord> LogRecords(byte[] export) =>
        Items(export).Select(static record => new OtlpLogRecord(record.Text(12), record.Text(3), record.Attributes(6), Convert.ToHexStringLower(record.Bytes(9))));

    // Requests of all three signals have one shape: resources (1), of which each has scopes (2), of which each has items (2).
    private static IEnumerable<ProtobufMessage> Items(byte[] export) =>
        new ProtobufMessage(export).Messages(1).SelectMany(static resource => resource.Messages(2)).SelectMany(static scope => scope.Messages(2));
}

/// <summary>A span.</summary>
internal sealed record OtlpSpan(string Name, Dictionary<string, string> Attributes, string TraceId);

/// <summary>A record of a log.</summary>
internal sealed record OtlpLogRecord(string Event, string Severity, Dictionary<string, string> Attributes, string TraceId);
