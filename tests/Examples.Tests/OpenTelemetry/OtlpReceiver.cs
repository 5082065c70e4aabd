using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Examples.Tests.OpenTelemetry;

/// <summary>Receives what is exported by OTLP over HTTP, and keeps it.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app = Create();
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

    private static WebApplication Create()
    {
        // Reads no settings: those of the examples lie in one folder with the tests.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
