using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace PolicySdk.Tests;

/// <summary>A connection does not outlive what allowed it.</summary>
public sealed class OpenConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_web_socket_is_ended_when_its_entry_expires(bool isEarly)
    {
        await using var app = await StartAsync(isEarly);
        using var socket = await ConnectAsync(app);

        // Still the last day.
        app.Time.Advance(TimeSpan.FromHours(35));
        Assert.Equal("pong", await PingAsync(socket));
        app.Time.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAnyAsync<WebSocketException>(() => PingAsync(socket));
        var record = Assert.Single(app.Logs, static record => record.Id.Id == 11);
        Assert.Contains("that is no longer allowed: not_in_force by policy conditional", record.Message, StringComparison.Ordinal);
        Assert.Contains("entry policies/conditional.policy.yaml:4", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_where_the_options_say_so()
    {
        await using var app = await StartAsync(isEarly: false, static options => options.AbortConnectionsNoLongerAllowed = false);
        using var socket = await ConnectAsync(app);

        app.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal("pong", await PingAsync(socket));
        Assert.DoesNotContain(app.Logs, static record => record.Id.Id == 11);
    }

    [Theory]
    [InlineData("Accept", "text/event-stream", true)]
    [InlineData("Content-Type", "application/grpc", true)]
    [InlineData("Accept", "application/json", false)]
    public async Task Streams_are_ended_and_short_requests_are_not_looked_at(string header, string value, bool isEnded)
    {
        var running = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(app => app.MapGet("/", async (HttpContext context) =>
        {
            running.SetResult();
            await Task.Delay(isEnded ? Patience : TimeSpan.FromMilliseconds(500), context.RequestAborted);
        }).RequireIpPolicy<TestPolicies.Conditional>());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Content = new ByteArrayContent([]) };
        Assert.True(request.Headers.TryAddWithoutValidation(header, value) || request.Content.Headers.TryAddWithoutValidation(header, value));

        var answer = app.SendAsync(request);
        await running.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(2));

        if (isEnded)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        }
        else
        {
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    public async Task The_interval_has_bounds(int seconds) => Assert.Contains("ConnectionCheckInterval", (await Assert.ThrowsAsync<OptionsValidationException>(() =>
        StartAsync(isEarly: false, options => options.ConnectionCheckInterval = TimeSpan.FromSeconds(seconds)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Checks_do_not_run_in_the_context_of_the_first_request()
    {
        var time = new ContextRecordingTime();
        await using var app = await StartAsync(isEarly: false, build: builder => builder.Services.AddSingleton<TimeProvider>(time));

        using var socket = await ConnectAsync(app);

        Assert.Equal([true], time.SuppressedFlows);
    }

    private static Task<TestApp> StartAsync(bool isEarly, Action<IpPolicyOptions>? options = null, Action<WebApplicationBuilder>? build = null) => TestApp.StartAsync(
        app =>
        {
            app.UseWebSockets();
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            app.Map("/", static async context =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                var buffer = new byte[16];
                while ((await socket.ReceiveAsync(buffer, context.RequestAborted)).MessageType != WebSocketMessageType.Close)
                {
                    await socket.SendAsync("pong"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
                }
            }).RequireIpPolicy<TestPolicies.Conditional>();
        },
        options,
        build);

    private static async Task<ClientWebSocket> ConnectAsync(TestApp app)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(app.BaseAddress) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> PingAsync(ClientWebSocket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var buffer = new byte[16];
        await socket.SendAsync("ping"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    /// <summary>Notes whether a timer that checks would take the context of whoever makes it along.</summary>
    private sealed class ContextRecordingTime() : FakeTimeProvider(TestApp.Start)
    {
        internal ConcurrentQueue<bool> SuppressedFlows { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period == new IpPolicyOptions().ConnectionCheckInterval)
            {
                SuppressedFlows.Enqueue(ExecutionContext.IsFlowSuppressed());
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
