using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Examples.Tests.Gateway;

/// <summary>What the gateway forwards to: tells which path it was asked for, and for whom.</summary>
public sealed class Backend : IAsyncLifetime
{
    private readonly WebApplication _app = LoopbackServer.Create();
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
}
