using System.Net.WebSockets;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using SignalRAndGrpc;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>The example of hubs and gRPC services.</summary>
public sealed class SignalRAndGrpcServer : ExampleServer<PriceBoard>
{
    /// <summary>Starts it as a developer does.</summary>
    public SignalRAndGrpcServer()
        : this("Development")
    {
    }

    internal SignalRAndGrpcServer(string environment, TimeProvider? time = null)
        : base(environment, time ?? TimeProvider.System, ("Kestrel:Endpoints:Web:Url", "http://127.0.0.1:0"), ("Kestrel:Endpoints:Calls:Url", "http://127.0.0.1:0"))
    {
    }

    // Kestrel opens its endpoints in the order of their names.
    private Uri CallsUrl => Urls is [var calls, _] ? calls : throw new InvalidOperationException(string.Join(' ', Urls));

    private Uri WebUrl => Urls[1];

    internal HttpClient Web(string from) => Loopback.Client(from, WebUrl);

    internal HttpClient Calls(string from)
    {
        var client = Loopback.Client(from, CallsUrl);
        client.DefaultRequestVersion = new(2, 0);
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return client;
    }

    internal GrpcChannel Channel(string from) =>
        GrpcChannel.ForAddress(CallsUrl, new GrpcChannelOptions { HttpHandler = Loopback.Handler(from), DisposeHttpClient = true });

    /// <summary>A connection to a hub.</summary>
    /// <param name="path">Where the hub is mapped.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="negotiates">Whether it asks first, or opens the WebSocket at once.</param>
    /// <param name="transport">What it connects by.</param>
    internal HubConnection Hub(string path, string from, bool negotiates = true, HttpTransportType transport = HttpTransportType.WebSockets)
    {
        return new HubConnectionBuilder().WithUrl(new Uri(WebUrl, path), transport, Configure).Build();

        void Configure(HttpConnectionOptions options)
        {
            options.SkipNegotiation = !negotiates;
            options.HttpMessageHandlerFactory = _ => Loopback.Handler(from);
            options.WebSocketFactory = async (context, cancellation) =>
            {
                var socket = new ClientWebSocket();
                socket.Options.CollectHttpResponseDetails = true;
                using var invoker = new HttpMessageInvoker(Loopback.Handler(from));
                await socket.ConnectAsync(context.Uri, invoker, cancellation);
                return socket;
            };
        }
    }
}
