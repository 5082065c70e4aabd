using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Audit;

/// <summary>With the option, an application with unprotected endpoints ends, although its server listens already.</summary>
public sealed class StopOnUnprotectedTests
{
    /// <summary>An application that does not end must be a failure, not a test that never ends.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_application_with_an_unprotected_endpoint_ends_with_the_message()
    {
        var (app, port) = Build(static app => app.MapGet("/silent", static () => "ok"));

        await using var running = app;
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunAsync(TestContext.Current.CancellationToken).WaitAsync(Limit));

        Assert.Contains("IpPolicyOptions.StopOnUnprotectedEndpoints is set", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AllowAnyAddress(\"reason\")", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n  HTTP: GET /silent", exception.Message, StringComparison.Ordinal);
        Assert.False(await ListensAsync(port()));
    }

    [Fact]
    public async Task It_ends_where_somebody_catches_the_exception()
    {
        var (app, port) = Build(static app => app.MapGet("/silent", static () => "ok"));
        await using (app)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
            Assert.True(await ListensAsync(port()));

            await app.WaitForShutdownAsync(TestContext.Current.CancellationToken).WaitAsync(Limit);

            Assert.False(await ListensAsync(port()));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Endpoints_without_any_check_stop_it_as_well(bool areAllowed) => await Assert.ThrowsAsync<InvalidOperationException>(
        () => TestApp.StartAsync(static app => app.MapGet("/silent", static () => "ok"), options =>
        {
            options.AllowEndpointsWithoutPolicy = areAllowed;
            options.StopOnUnprotectedEndpoints = true;
        }));

    [Fact]
    public async Task It_starts_where_every_endpoint_has_a_policy_or_a_reason()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapGet("/listed", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
                app.MapGet("/open", static () => "ok").AllowAnyAddress("documentation");
            },
            static options => options.StopOnUnprotectedEndpoints = true);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/listed"));
    }

    [Fact]
    public async Task It_does_not_start_where_nobody_can_tell()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(
            static app => ((IEndpointRouteBuilder)app).DataSources.Add(new ChangingEndpoints { Fails = true }),
            static options => options.StopOnUnprotectedEndpoints = true));

        Assert.Contains("ChangingEndpoints could not be read", exception.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(exception.InnerException);
    }

    private static (WebApplication App, Func<int> Port) Build(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => Bind());
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddIpPolicies(static options => options.StopOnUnprotectedEndpoints = true);
        var app = builder.Build();
        map(app);
        var port = 0;
        return (app, () => port);

        Socket Bind()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            return socket;
        }
    }

    private static async Task<bool> ListensAsync(int port)
    {
        Assert.NotEqual(0, port);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
