using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>Stands for a transport whose peers are not of this machine: in front of everything, also of what the SDK puts first.</summary>
internal sealed class TestTransport(IPAddress? peer) : IStartupFilter
{
    internal static Action<WebApplicationBuilder> From(string? peer) =>
        builder => builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new TestTransport(peer is null ? null : IPAddress.Parse(peer))));

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
