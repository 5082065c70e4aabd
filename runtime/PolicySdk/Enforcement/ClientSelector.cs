using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Asks the application which client makes a request. Never throws: who can't be told is told as a failure.</summary>
internal sealed class ClientSelector(IOptions<IpPolicyOptions> options, TimeProvider time)
{
    internal ValueTask<ClientSelection> SelectAsync(HttpContext context)
    {
        try
        {
            return options.Value switch
            {
                { ClientId: { } selector, ClientIdAsync: null } => new(new ClientSelection(selector(context))),
                { ClientId: null, ClientIdAsync: { } selector } => AskAsync(context, selector),
                { ClientId: null, ClientIdAsync: null } => default,
                _ => throw Changed(nameof(IpPolicyOptions.ClientId)),
            };
        }
        catch (Exception exception)
        {
            return new(ClientSelection.Failed(exception));
        }
    }

    private async ValueTask<ClientSelection> AskAsync(HttpContext context, Func<HttpContext, CancellationToken, ValueTask<string?>> selector)
    {
        var limit = options.Value.ClientIdTimeout;
        if (!IpPolicyOptionsValidation.IsTimeLimit(limit))
        {
            return ClientSelection.Failed(Changed(nameof(IpPolicyOptions.ClientIdTimeout)));
        }

        using var timeout = new CancellationTokenSource(limit, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        Task<string?>? asking = null;
        try
        {
            asking = selector(context, ended.Token).AsTask();
            var client = await asking.WaitAsync(ended.Token);

            // An answer at the very end may still win, also over a request that is aborted.
            ended.Token.ThrowIfCancellationRequested();
            return new(client);
        }
        catch (Exception exception)
        {
            Forget(asking);
            return timeout.IsCancellationRequested ? ClientSelection.TimedOut(exception) : ClientSelection.Failed(exception);
        }
    }

    private static InvalidOperationException Changed(string option) =>
        new($"{nameof(IpPolicyOptions)}.{option} was changed while the application was running, to what it would not have started with.");

    // One that goes on after its time may fail later, and nobody waits for it.
    private static void Forget(Task? asking) => asking?.ContinueWith(
        static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
