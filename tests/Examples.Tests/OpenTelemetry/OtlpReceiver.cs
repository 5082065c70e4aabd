using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;

namespace Examples.Tests.OpenTelemetry;

/// <summary>Receives what is exported by OTLP over HTTP, and keeps it.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app = LoopbackServer.Create();
    private readonly ConcurrentQueue<(string Signal, byte[] Export)> _exports = new();

    internal Uri Url => new(_app.Urls.Single());

    internal async Task StartAsync()
    {
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _exports.Enqueue((context.Request.Path.Value!["/v1/".Length..], body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await _app.StartAsync();
    }

    /// <summary>What came of a signal: <c>metrics</c>, <c>traces</c>, <c>logs</c>.</summary>
    internal IReadOnlyList<byte[]> Of(string signal) => [.. _exports.Where(one => one.Signal == signal).Select(static one => one.Export)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
