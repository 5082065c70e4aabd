using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>The load where <see cref="Wrk"/> is not to be had: a few connections, each with one request at a time, looked after by one thread.</summary>
internal static class Client
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    internal static Answered Run(Uri address, int status)
    {
        var request = Encoding.ASCII.GetBytes($"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        List<Socket> sockets = [.. Enumerable.Range(0, Comparison.Connections).Select(_ => Connect(address.Port))];
        try
        {
            var answer = new byte[sockets.Select(socket => Probe(socket, request, status)).Distinct().Single()];
            sockets.ForEach(socket => socket.Send(request));
            var (count, start) = (0L, Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(start) < Duration)
            {
                foreach (var socket in sockets)
                {
                    Receive(socket, answer);
                    socket.Send(request);
                    count++;
                }
            }

            return new(count, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        finally
        {
            sockets.ForEach(static socket => socket.Dispose());
        }
    }

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
