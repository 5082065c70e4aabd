using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Conformance.Tests.ClientAddresses;

/// <summary>How a peer reaches the server: over the loopback network from its own address, over a Unix socket when it has none.</summary>
internal sealed class Transport
{
    private readonly IPAddress? _peer;
    private readonly string? _socketPath;

    private Transport(IPAddress? peer) => (_peer, _socketPath) = (peer, peer is null ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : null);

    private bool IsReal => _peer is null || IPAddress.IsLoopback(_peer) && !_peer.IsIPv4MappedToIPv6 && _peer is not { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 };

    private IPAddress Local => IsReal && _peer is not null ? _peer : IPAddress.Loopback;

    private IPAddress Listener => Local.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;

    /// <param name="remote">An address as text, or null for a peer without one.</param>
    internal static Transport From(string? remote) => new(remote is null ? null : Parse(remote));

    internal void Listen(KestrelServerOptions kestrel)
    {
        if (_socketPath is not null)
        {
            kestrel.ListenUnixSocket(_socketPath);
        }
        else
        {
            kestrel.Listen(Listener, 0);
        }
    }

    /// <summary>Stands for the transport where the peer's address is not of this machine: in front of everything.</summary>
    internal void AddTo(IServiceCollection services)
    {
        if (!IsReal)
        {
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new StandIn(_peer!)));
        }
    }

    internal Socket CreateSocket()
    {
        if (_socketPath is not null)
        {
            return new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        }

        var socket = new Socket(Local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(Local, 0));
        return socket;
    }

    internal EndPoint Target(int port) => _socketPath is not null ? new UnixDomainSocketEndPoint(_socketPath) : new IPEndPoint(Listener, port);

    // The names of interfaces differ between machines, and which one it is makes no difference.
    private static IPAddress Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? address : IPAddress.Parse(text[..text.IndexOf('%', StringComparison.Ordinal)] + "%1");

    private sealed class StandIn(IPAddress peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(following => context =>
            {
                context.Connection.RemoteIpAddress = peer;
                return following(context);
            });
            next(app);
        };
    }
}
