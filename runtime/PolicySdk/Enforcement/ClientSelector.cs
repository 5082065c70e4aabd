using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Asks the application which client makes a request. Never throws: who can't be told is told as a failure.</summary>
internal sealed class ClientSelector(IOptions<IpPolicyOptions> options, TimeProvider time)
{
    /// <summary>The first policy for which it matters who calls, or null.</summary>
    internal static IpPolicy? PolicyWithClients(IpPolicyRules rules)
    {
        foreach (var required in rules.Required)
        {
            if (required.Policy is { ClientIds.Count: > 0 } policy)
            {
                return policy;
            }
        }

        return null;
    }

    internal ValueTask<ClientSelection> SelectAsync(HttpContext context)
    {
        try
        {
            if (options.Value.ClientId is { } selector)
            {
                return new(new ClientSelection(selector(context)));
            }

            return options.Value.ClientIdAsync is { } asynchronous ? AskAsync(context, asynchronous) : default;
        }
        catch (Exception exception)
        {
            return new(ClientSelection.Failed(exception is OperationCanceledException ? IpPolicyReason.ClientCanceled : IpPolicyReason.ClientFault, exception));
        }
    }

    private async ValueTask<ClientSelection> AskAsync(HttpContext context, Func<HttpContext, CancellationToken, ValueTask<string?>> selector)
    {
        using var timeout = new CancellationTokenSource(options.Value.ClientIdTimeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        Task<string?>? asking = null;
        try
        {
            asking = selector(context, ended.Token).AsTask();
            return new(await asking.WaitAsync(ended.Token));
        }
        catch (Exception exception)
        {
            Forget(asking);
            return ClientSelection.Failed(
                timeout.IsCancellationRequested ? IpPolicyReason.ClientTimeout
                    : exception is OperationCanceledException ? IpPolicyReason.ClientCanceled
                    : IpPolicyReason.ClientFault,
                exception);
        }
    }

    // One that goes on after its time may fail later, and nobody waits for it.
    private static void Forget(Task? asking) => asking?.ContinueWith(
        static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
