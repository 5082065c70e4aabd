using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>A few connections from one address, each with one request at a time.</summary>
internal sealed class Load : IDisposable
{
    private const int Connections = 8;

    private static readonly byte[] Request = "GET /prices HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray();

    private readonly Socket[] _sockets;
    private readonly int _answerLength;

    internal Load(IPAddress from, int port, int status)
    {
        _sockets = [.. Enumerable.Range(0, Connections).Select(_ => Connect(from, port))];
        _answerLength = _sockets.Select(socket => Probe(socket, status)).ToHashSet().Single();
    }

    /// <summary>Sends requests for a while.</summary>
    /// <returns>How many were answered.</returns>
    internal async Task<long> RunAsync(TimeSpan duration)
    {
        var end = Environment.TickCount64 + (long)duration.TotalMilliseconds;
        var counts = await Task.WhenAll(_sockets.Select(socket => Task.Run(() => SendUntilAsync(end, socket))));
        return counts.Sum();
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private async Task<long> SendUntilAsync(long end, Socket socket)
    {
        var buffer = new byte[_answerLength];
        var count = 0L;
        while (Environment.TickCount64 < end)
        {
            await socket.SendAsync(Request);
            for (var received = 0; received < buffer.Length;)
            {
                var length = await socket.ReceiveAsync(buffer.AsMemory(received));
                received += length > 0 ? length : throw new IOException("The server closed a connection.");
            }

            count++;
        }

        return count;
    }

    private static Socket Connect(IPAddress from, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    // Answers are of one length: what is in them does not change, and dates and trace ids are of one length too.
    private static int Probe(Socket socket, int status)
    {
        var buffer = new byte[4096];
        socket.Send(Request);
        Thread.Sleep(200);
        var length = socket.Receive(buffer);
        var answer = Encoding.ASCII.GetString(buffer, 0, length);
        return answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal) ? length : throw new InvalidOperationException($"Expected {status}:\n{answer}");
    }
}
