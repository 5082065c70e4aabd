using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Answers a refused request. Tells nobody what is on the list, nor which question of the policy failed.</summary>
internal sealed class Refusal(IOptions<IpPolicyOptions> options, DecisionRecorder recorder, RefusalBody body)
{
    /// <summary>RFC 9110 15.5.2 asks for a challenge; no registered scheme means "call from another address".</summary>
    internal const string Challenge = "IPAllowlist realm=\"client address\"";

    private static readonly object Asked = new();

    /// <summary>The status code of the options, unless somebody changed it to what is no refusal.</summary>
    private int StatusCode
    {
        get
        {
            try
            {
                var statusCode = options.Value.StatusCode;
                return IpPolicyOptionsValidation.IsRefusal(statusCode) ? statusCode : StatusCodes.Status401Unauthorized;
            }
            catch (Exception)
            {
                return StatusCodes.Status401Unauthorized;
            }
        }
    }

    internal async Task AnswerAsync(HttpContext context, IpPolicyDecision decision, string? clientId)
    {
        try
        {
            var response = context.Response;
            if (response.HasStarted)
            {
                context.Abort();
                return;
            }

            // What stands there of others is no answer of OnRejected's.
            response.ContentType = null;
            response.StatusCode = StatusCode;
            response.OnStarting(SealAsync, response);
            if (await TryCustomizeAsync(context, decision, clientId))
            {
                return;
            }

            StayRefused(response);
            if (RequestKinds.IsGrpc(context.Request))
            {
                GrpcRefusal.Write(context);
                return;
            }

            await body.WriteAsync(context, recorder.ReferenceOf(context));
        }
        catch (Exception exception)
        {
            recorder.RecordFault(exception);
            Abandon(context);
        }
    }

    /// <summary>Whether the application answered itself.</summary>
    private async ValueTask<bool> TryCustomizeAsync(HttpContext context, IpPolicyDecision decision, string? clientId)
    {
        // Asked once a request: a callback that runs the endpoint's delegate meets the guard again.
        if (options.Value.OnRejected is not { } onRejected || !context.Items.TryAdd(Asked, null))
        {
            return false;
        }

        var response = context.Response;
        try
        {
            await onRejected(new IpPolicyRejectedContext(context, decision, clientId));
        }
        catch (Exception exception) when (!response.HasStarted)
        {
            recorder.RecordFault(exception);
            response.Clear();
            response.StatusCode = StatusCode;
        }

        return response.HasStarted || response.ContentType is not null || response.StatusCode is >= 300 and < 400;
    }

    // The first to be added is the last to run, so that whatever the application does until then can't make a success of a refusal.
    private Task SealAsync(object state)
    {
        var response = (HttpResponse)state;
        StayRefused(response);
        response.Headers.CacheControl = "no-store";
        if (response.StatusCode == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        return Task.CompletedTask;
    }

    // A redirection is an answer that OnRejected may give.
    private void StayRefused(HttpResponse response)
    {
        if (response.StatusCode < StatusCodes.Status300MultipleChoices)
        {
            response.StatusCode = StatusCode;
        }
    }

    private void Abandon(HttpContext context)
    {
        try
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCode;
                context.Response.Headers.Remove(HeaderNames.ContentType);
                context.Response.Headers.Remove(HeaderNames.ContentLength);
                return;
            }
        }
        catch (Exception exception)
        {
            recorder.RecordFault(exception);
        }

        context.Abort();
    }
}
