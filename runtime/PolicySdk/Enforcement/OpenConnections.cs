using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Watches requests that outlive what allowed them: WebSockets, SignalR, gRPC, server-sent events.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly ConcurrentDictionary<OpenConnection, bool> _open = new();
    private readonly RequestDecider _decider;
    private readonly DecisionRecorder _recorder;
    private readonly bool _isWatching;
    private readonly bool _mayHaveHubs;
    private readonly Func<ITimer> _createTimer;
    // Not a Lazy, which would keep the exception of a timer that could not be had.
    private object? _timerLock = new();
    private ITimer? _timer;

    public OpenConnections(
        IOptions<IpPolicyOptions> options, IServiceProvider services, TimeProvider time, RequestDecider decider, DecisionRecorder recorder)
    {
        _mayHaveHubs = services.MayHave<IHubProtocolResolver>();
        (_decider, _recorder) = (decider, recorder);
        _isWatching = options.Value.AbortConnectionsNoLongerAllowed;
        _createTimer = () => StartTimer(time, options.Value.ConnectionCheckInterval);
    }

    /// <summary>Whether a request is of a kind that stays, and is to be watched. Throws where it is and nothing can watch it.</summary>
    internal bool Stays(HttpContext context)
    {
        var stays = _isWatching && IsOfKindThatStays(context);
        if (stays)
        {
            LazyInitializer.EnsureInitialized(ref _timer, ref _timerLock, _createTimer);
        }

        return stays;
    }

    /// <summary>Runs an endpoint and watches it as long as it runs.</summary>
    internal async Task RunAsync(HttpContext context, IpPolicyRules rules, ClientSelection client, RequestDelegate endpoint)
    {
        var connection = new OpenConnection(context, rules, client);
        _open[connection] = true;
        try
        {
            await endpoint(context);
        }
        finally
        {
            connection.End();
            _open.TryRemove(connection, out _);
        }
    }

    public void Dispose() => _timer?.Dispose();

    // Asked for each allowed request: Get<T>() would look up which method of the server that is, each time.
    private bool IsOfKindThatStays(HttpContext context) =>
        context.Features[typeof(IHttpUpgradeFeature)] is IHttpUpgradeFeature { IsUpgradableRequest: true }
        || (HttpMethods.IsConnect(context.Request.Method) && context.Features[typeof(IHttpExtendedConnectFeature)] is IHttpExtendedConnectFeature { IsExtendedConnect: true })
        || RequestKinds.IsGrpc(context.Request)
        || context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
        || (_mayHaveHubs && context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null);

    private ITimer StartTimer(TimeProvider time, TimeSpan interval)
    {
        // The context of the request that happens to be the first, its log scopes with it, must not be that of all later checks.
        using AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return time.CreateTimer(static self => ((OpenConnections)self!).Check(), this, interval, interval);
    }

    private void Check()
    {
        foreach (var connection in _open.Keys)
        {
            try
            {
                var decision = DecideAgain(connection);
                if (!decision.IsAllowed && connection.TryAbort())
                {
                    _recorder.RecordAborted(connection.Endpoint, connection.Address, decision, connection.Client.Name);
                }
            }
            catch (Exception exception)
            {
                // A timer's exception would end the process.
                _recorder.RecordFault(exception);
            }
        }
    }

    // What can't be decided is not allowed.
    private IpPolicyDecision DecideAgain(OpenConnection connection)
    {
        try
        {
            return _decider.DecideAgain(connection);
        }
        catch (Exception exception)
        {
            _recorder.RecordFault(exception);
            return IpPolicyDecision.Refused(IpPolicyReason.Fault);
        }
    }
}
