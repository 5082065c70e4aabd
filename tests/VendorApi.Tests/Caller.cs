using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace VendorApi.Tests;

/// <summary>Calls the example from a chosen loopback address.</summary>
internal static class Caller
{
    /// <summary>An HTTP client whose connections come from one address.</summary>
    internal static HttpClient From(string address, Uri server, string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectCallback = (context, cancellation) => ConnectAsync(address, context.DnsEndPoint, cancellation) })
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromSeconds(20),
        };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(string address, DnsEndPoint server, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException) when (OperatingSystem.IsMacOS())
        {
            socket.Dispose();
            Assert.Skip($"This machine has no loopback address {address}.");
            throw;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
