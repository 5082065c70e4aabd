using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests;

/// <summary>A peer on a Unix socket has no address: nobody is believed, and nobody let in, by what it says alone.</summary>
public sealed class UnixSocketTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string SocketPath => Path.Combine(_folder, "app.sock");

    [Theory]
    [InlineData(false, null)]
    [InlineData(false, "127.0.0.2")]
    [InlineData(true, null)]
    [InlineData(true, "127.0.0.2")]
    public async Task A_peer_without_address_is_refused(bool usesClientAddress, string? header)
    {
        await using var app = await StartAsync(usesClientAddress ? UseLoopback : null);

        Assert.Equal((HttpStatusCode.Unauthorized, "no_address"), await AskAsync(app, header));
    }

    [Fact]
    public async Task Forwarded_headers_of_the_application_make_no_peer_without_address_believed()
    {
        await using var app = await StartAsync(build: static builder => builder.Services.Configure<ForwardedHeadersOptions>(
            static options => options.ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor));

        Assert.Equal((HttpStatusCode.Unauthorized, "no_address"), await AskAsync(app, "127.0.0.2"));
    }

    [Theory]
    [InlineData("127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData("127.0.0.2, 127.0.0.1", HttpStatusCode.OK, "listed")]
    [InlineData("127.0.0.2, 127.0.0.77", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData("127.0.0.2, unknown, 127.0.0.1", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    [InlineData("unknown", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    [InlineData("127.0.0.2, unknown", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    [InlineData("::", HttpStatusCode.Unauthorized, "no_address")]
    [InlineData(null, HttpStatusCode.Unauthorized, "no_address")]
    public async Task A_trusted_peer_without_address_names_the_client(string? header, HttpStatusCode expected, string result)
    {
        await using var app = await StartAsync(static options =>
        {
            UseLoopback(options);
            options.TrustPeersWithoutAddress = true;
        });

        Assert.Equal((expected, result), await AskAsync(app, header));
    }

    [Fact]
    public async Task Trust_in_peers_without_address_needs_a_header()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(static options => options.TrustPeersWithoutAddress = true));

        Assert.Contains("options.UseClientAddress<IpPolicies.ClientAddress>()", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void UseLoopback(IpPolicyOptions options) => options.UseClientAddress<TestClientAddresses.Loopback>();

    private Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null, Action<WebApplicationBuilder>? build = null) => TestApp.StartAsync(
        static app =>
        {
            app.UseForwardedHeaders();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        },
        options,
        builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(SocketPath));
            build?.Invoke(builder);
        });

    private async Task<(HttpStatusCode Status, object? Result)> AskAsync(TestApp app, string? header)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = ConnectAsync };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (header is not null)
        {
            request.Headers.Add("X-Forwarded-For", header);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
