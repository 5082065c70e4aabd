using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>Refuses early what no list could ever allow. Everything else is decided by the guard of the endpoint.</summary>
internal sealed class IpPolicyMiddleware(RequestDelegate next, EndpointGuard guard, IpPolicyGate gate)
{
    internal Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            return next(context);
        }

        // An endpoint that was set by hand never met the matcher.
        IpPolicyRules? rules;
        try
        {
            rules = Guard(context, endpoint);
        }
        catch (Exception exception)
        {
            return gate.RefuseAsync(context, exception);
        }

        return rules is null ? next(context) : gate.InvokeEarlyAsync(context, rules, next);
    }

    private IpPolicyRules? Guard(HttpContext context, Endpoint endpoint)
    {
        var guarded = guard.Guard(endpoint);
        if (!ReferenceEquals(guarded, endpoint))
        {
            context.SetEndpoint(guarded);
        }

        return GuardedDelegate.Of(guarded.RequestDelegate)?.Rules;
    }
}
