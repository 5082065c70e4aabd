using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Conformance.Tests.ClientAddresses;

/// <summary>An application on real Kestrel behind one endpoint with a policy. The bytes of a request go over a real socket.</summary>
internal sealed class ServedApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Transport _transport;
    private IpPolicyReason? _refusal;

    private ServedApp(WebApplicationBuilder builder, Transport transport, Action<WebApplication>? use)
    {
        _transport = transport;
        builder.Services.PostConfigure<IpPolicyOptions>(options => options.OnRejected = rejected =>
        {
            _refusal = rejected.Decision.Reason;
            return ValueTask.CompletedTask;
        });
        _app = builder.Build();
        use?.Invoke(_app);
        _app.UseIpPolicies();
        _app.MapGet("/", static () => "ok").RequireIpPolicy<SeenClient>();
    }

    internal static async Task<ServedApp> StartAsync(
        Transport transport, Action<IpPolicyOptions>? options = null, Action<IServiceCollection>? services = null, Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(transport.Listen);
        builder.Services.AddIpPolicies(options ?? (static _ => { }));
        services?.Invoke(builder.Services);
        transport.AddTo(builder.Services);
        var app = new ServedApp(builder, transport, use);
        try
        {
            await app._app.StartAsync(TestContext.Current.CancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks with the given lines in the header.</summary>
    internal async Task<Answer> AskAsync(IEnumerable<string> headerLines)
    {
        (SeenClient.Last, _refusal) = (null, null);
        using var socket = _transport.CreateSocket();
        await socket.ConnectAsync(_transport.Target(Port), TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        var text = string.Concat(((string[])["GET / HTTP/1.1", "Host: localhost", "Connection: close", .. headerLines, ""]).Select(static line => line + "\r\n"));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var status = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(' ')[1];

        return status switch
        {
            "200" => new(SeenClient.Last, null),
            "401" => new(null, _refusal),
            _ => throw new InvalidOperationException($"The server answered {status}."),
        };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private int Port => _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>()
        .Addresses.Select(static address => new Uri(address).Port).FirstOrDefault();

    /// <summary>What becomes of a request.</summary>
    /// <param name="Client">The client that the enforcement asked the policy about; null where it refused.</param>
    /// <param name="Refusal">Why it refused.</param>
    internal sealed record Answer(IPAddress? Client, IpPolicyReason? Refusal);
}
