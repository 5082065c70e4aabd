using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SignalRAndGrpc;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>A method of a service is nearer than the service, both are nearer than what they override, and all that is nearer than the mapping.</summary>
public sealed class GrpcNearnessTests
{
    private const string Stranger = "127.0.0.9";

    /// <summary>Calls of the services of <see cref="GrpcServices"/>, and whether a stranger gets in.</summary>
    private static readonly (string Call, bool IsOpen)[] Calls =
    [
        ("Guarded/Get", false),
        ("Open/Get", true),
        ("Both/Get", false),
        ("InheritsGuarded/Get", false),
        ("InheritsOpen/Get", true),
        ("OpenThenGuarded/Get", false),
        ("GuardedThenOpen/Get", true),
        ("OpenThenGuardedThenSilent/Get", false),
        ("GuardedThenOpenThenSilent/Get", true),
        ("OfOpen/Get", false),
        ("OfOpen/ListSymbols", true),
        ("OfOpen/Watch", false),
        ("OfGuarded/Get", true),
        ("OfGuarded/ListSymbols", false),
        ("OfGuarded/Watch", false),
        ("DerivedOfOpen/Get", true),
        ("DerivedOfOpen/ListSymbols", false),
        ("DerivedOfOpen/Watch", false),
        ("DerivedOfGuarded/Get", false),
        ("DerivedOfGuarded/ListSymbols", true),
        ("DerivedOfGuarded/Watch", false),
        ("LastOfGuarded/Get", false),
        ("LastOfGuarded/ListSymbols", true),
        ("Overloaded/Get", false),
    ];

    [Theory]
    [InlineData(Said.Nothing, false)]
    [InlineData(Said.Policy, false)]
    [InlineData(Said.Policy, true)]
    [InlineData(Said.Reason, false)]
    [InlineData(Said.Reason, true)]
    public async Task The_nearest_wins(Said said, bool onGroup)
    {
        await using var app = await StartAsync(said, onGroup);

        Assert.Equal(
            Calls.Select(static one => (one.Call, one.IsOpen ? 200 : 401)).Append(("Silent/Get", said == Said.Reason ? 200 : 401)),
            await Task.WhenAll(Calls.Select(static one => one.Call).Append("Silent/Get").Select(async call => (call, await AnswerAsync(app, call)))));
    }

    private static async Task<WebApplication> StartAsync(Said said, bool onGroup)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddIpPolicies();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<PriceBoard>();
        var app = builder.Build();
        Map<GrpcServices.Silent>();
        Map<GrpcServices.Guarded>();
        Map<GrpcServices.Open>();
        Map<GrpcServices.Both>();
        Map<GrpcServices.InheritsGuarded>();
        Map<GrpcServices.InheritsOpen>();
        Map<GrpcServices.OpenThenGuarded>();
        Map<GrpcServices.GuardedThenOpen>();
        Map<GrpcServices.OpenThenGuardedThenSilent>();
        Map<GrpcServices.GuardedThenOpenThenSilent>();
        Map<GrpcServices.OfOpen>();
        Map<GrpcServices.OfGuarded>();
        Map<GrpcServices.DerivedOfOpen>();
        Map<GrpcServices.DerivedOfGuarded>();
        Map<GrpcServices.LastOfGuarded>();
        Map<GrpcServices.Overloaded>();
        await app.StartAsync();
        return app;

        void Map<TService>()
            where TService : class
        {
            var group = app.MapGroup("/" + typeof(TService).Name);
            var service = group.MapGrpcService<TService>();
            Say(onGroup ? group : service, said);
        }
    }

    private static void Say(IEndpointConventionBuilder builder, Said said) => _ = said switch
    {
        Said.Policy => builder.RequireIpPolicy<IpPolicies.Subscribers>(),
        Said.Reason => builder.AllowAnyAddress("a prototype"),
        _ => builder,
    };

    private static async Task<int> AnswerAsync(WebApplication app, string call)
    {
        using var client = Loopback.Client(Stranger, new(app.Urls.Single()));
        var (service, method) = (call[..call.IndexOf('/')], call[(call.IndexOf('/') + 1)..]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{service}/prices.Prices/{method}")
        {
            Version = new(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new("application/grpc") } },
        };
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>What is said where the services are mapped.</summary>
    public enum Said
    {
        /// <summary>Neither.</summary>
        Nothing,

        /// <summary>A policy.</summary>
        Policy,

        /// <summary>A reason to be open.</summary>
        Reason,
    }
}
