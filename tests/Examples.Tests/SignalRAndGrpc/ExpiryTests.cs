using Grpc.Core;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Time.Testing;
using SignalRAndGrpc;
using SignalRAndGrpc.Calls;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>Connections and streams end soon after the entry that allowed them; those of others go on.</summary>
public sealed class ExpiryTests : IDisposable
{
    private const string OnTrial = "127.0.0.4";
    private const string Subscriber = "127.0.0.2";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(new(2099, 12, 31, 23, 59, 0, TimeSpan.Zero));
    private readonly SignalRAndGrpcServer _server;

    /// <summary>Starts a minute before the trial ends.</summary>
    public ExpiryTests() => _server = new("Development", _time);

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task A_hub_connection_ends_when_the_trial_does(HttpTransportType transport)
    {
        await using var trial = _server.Hub("/live/prices", OnTrial, transport: transport);
        await using var subscriber = _server.Hub("/live/prices", Subscriber, transport: transport);
        var ended = new TaskCompletionSource();
        trial.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        await trial.StartAsync();
        await subscriber.StartAsync();
        Assert.NotNull(await trial.InvokeAsync<Price?>("Get", "VND"));

        _time.Advance(TimeSpan.FromMinutes(1));

        await ended.Task.WaitAsync(Patience);
        Assert.NotNull(await subscriber.InvokeAsync<Price?>("Get", "VND"));
    }

    [Fact]
    public async Task A_stream_of_grpc_ends_when_the_trial_does()
    {
        using var channel = _server.Channel(OnTrial);
        using var subscriberChannel = _server.Channel(Subscriber);
        using var watch = new Prices.PricesClient(channel).Watch(new() { Symbol = "VND" });
        using var other = new Prices.PricesClient(subscriberChannel).Watch(new() { Symbol = "VND" });
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.True(await other.ResponseStream.MoveNext());

        _time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext().WaitAsync(Patience));
        Assert.False(other.ResponseStream.MoveNext().IsCompleted);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new Prices.PricesClient(channel).GetAsync(new() { Symbol = "VND" }));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
