using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicySdk.Testing.Requests;

/// <summary>Makes the client that a caller names the one that policies see, and notes what they refuse.</summary>
internal sealed class CallerOptions : IPostConfigureOptions<IpPolicyOptions>
{
    public void PostConfigure(string? name, IpPolicyOptions options)
    {
        if (options.ClientIdAsync is { } asynchronous)
        {
            options.ClientIdAsync = (context, canceled) => Named(context) is { } client ? new(client) : asynchronous(context, canceled);
        }
        else
        {
            var selector = options.ClientId;
            options.ClientId = context => Named(context) ?? selector?.Invoke(context);
        }

        var onRejected = options.OnRejected;
        options.OnRejected = context =>
        {
            context.HttpContext.Features.Get<RequestObservation>()?.Refusal = context.Decision;
            return onRejected is null ? ValueTask.CompletedTask : onRejected(context);
        };
    }

    private static string? Named(HttpContext context) => context.Features.Get<TestCaller>()?.Client;
}
