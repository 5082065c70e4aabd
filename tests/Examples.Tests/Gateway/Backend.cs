using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Examples.Tests.Gateway;

/// <summary>What the gateway forwards to: tells which path it was asked for, and for whom.</summary>
public sealed class Backend : IAsyncLifetime
{
    private readonly WebApplication _app = Create();
    private int _requests;

    internal Uri Url => new(_app.Urls.Single());

    /// <summary>How many requests reached it.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return context.Response.WriteAsync($"{context.Request.Path} for {context.Request.Headers["X-Forwarded-For"]}");
        });
        await _app.StartAsync();
    }

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
