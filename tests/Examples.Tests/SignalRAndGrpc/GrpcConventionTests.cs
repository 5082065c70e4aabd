using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SignalRAndGrpc;
using SignalRAndGrpc.Calls;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>What is said where a service is mapped speaks of all its methods: the attributes of the service and of its methods are nearer.</summary>
public sealed class GrpcConventionTests
{
    [Fact]
    public async Task Opening_a_service_leaves_its_attributes_in_force()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddIpPolicies();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<PriceBoard>();
        await using var app = builder.Build();
        app.MapGrpcService<PricesService>().AllowAnyAddress("a prototype");
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Urls.Single(), new() { HttpHandler = Loopback.Handler("127.0.0.9"), DisposeHttpClient = true });
        var prices = new Prices.PricesClient(channel);

        var refused = await Assert.ThrowsAsync<RpcException>(() => prices.GetAsync(new() { Symbol = "VND" }).ResponseAsync);

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }
}
