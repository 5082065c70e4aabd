using System.Net;
using System.Net.Sockets;

namespace PolicySdk.Tests;

/// <summary>Who calls from one address of the loopback network, over connections that are kept.</summary>
internal sealed class TestCaller(string from) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(IPAddress.Parse(from), context.DnsEndPoint.Port, cancellationToken),
    });

    internal Task<HttpResponseMessage> SendAsync(
        Uri server, HttpRequestMessage request, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        request.RequestUri = new(server, request.RequestUri!);
        return _client.SendAsync(request, completion, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the headers of the answer alone: a connection that is upgraded or streams has no end.</summary>
    internal async Task<int> StatusAsync(Uri server, HttpRequestMessage request)
    {
        using var response = await SendAsync(server, request, HttpCompletionOption.ResponseHeadersRead);
        return (int)response.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(IPAddress source, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(source.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(source, 0));
            var target = source.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
            await socket.ConnectAsync(new IPEndPoint(target, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
