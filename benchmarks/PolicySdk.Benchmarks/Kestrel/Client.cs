using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>A few connections, each with one request at a time, looked after by one thread: a load that can last a fraction of a second, as no load tool's does.</summary>
internal sealed class Client : ILoad
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.1);

    private readonly List<Socket> _sockets;
    private readonly byte[] _request;
    private readonly byte[] _answer;

    internal Client(Uri address, int status)
    {
        _request = Encoding.ASCII.GetBytes($"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        _sockets = [.. Enumerable.Range(0, Comparison.Connections).Select(_ => Connect(address.Port))];
        _answer = new byte[_sockets.Select(socket => Probe(socket, _request, status)).Distinct().Single()];
    }

    public Answered Run()
    {
        _sockets.ForEach(socket => socket.Send(_request));
        var (count, start) = (0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < Duration)
        {
            foreach (var socket in _sockets)
            {
                Receive(socket, _answer);
                socket.Send(_request);
                count++;
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // Nothing is left on the way to the next load.
        _sockets.ForEach(socket => Receive(socket, _answer));
        return new(count, seconds);
    }

    public void Dispose() => _sockets.ForEach(static socket => socket.Dispose());

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    // Answers are of one length: what is in them does not change, and dates and trace ids are of one length too.
    private static int Probe(Socket socket, byte[] request, int status)
    {
        var buffer = new byte[4096];
        socket.Send(request);
        Thread.Sleep(10);
        var length = socket.Receive(buffer);
        var answer = Encoding.ASCII.GetString(buffer, 0, length);
        return answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal) ? length : throw new InvalidDataException($"Expected {status}:\n{answer}");
    }

    private static void Receive(Socket socket, byte[] answer)
    {
        for (var received = 0; received < answer.Length;)
        {
            var length = socket.Receive(answer, received, answer.Length - received, SocketFlags.None);
            received += length > 0 ? length : throw new IOException("The server closed a connection.");
        }
    }
}
