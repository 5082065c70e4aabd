using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Decides for a request, records the decision, and lets it go on or refuses it. Whatever fails here refuses.</summary>
internal sealed class IpPolicyGate(
    IOptions<IpPolicyOptions> options, TimeProvider time, IHostEnvironment environment, DecisionRecorder recorder, Refusal refusal)
{
    private readonly IpPolicyRules _withoutPolicy = new(options.Value.FallbackRequirement is { } fallback ? [fallback] : [], isOpen: false);

    internal bool IsOpenWithoutPolicy => options.Value.AllowEndpointsWithoutPolicy;

    internal static InvalidOperationException NotAdded() => new(
        "The services of IP policies are missing. Call builder.Services.AddIpPolicies() where the application's services are added.");

    /// <summary>Runs an endpoint for a caller that all its policies allow.</summary>
    internal Task InvokeAsync(HttpContext context, IpPolicyRules rules, RequestDelegate endpoint)
    {
        string? clientId = null;
        IpPolicyDecision decision;
        try
        {
            decision = Decide(context, Effective(rules), out clientId);
        }
        catch (Exception exception)
        {
            decision = Fail(context, exception);
        }

        return decision.IsAllowed ? endpoint(context) : refusal.AnswerAsync(context, decision, clientId);
    }

    /// <summary>Goes on to the next middleware unless no list of the policies could ever allow the caller.</summary>
    internal Task InvokeEarlyAsync(HttpContext context, IpPolicyRules rules, RequestDelegate next)
    {
        IpPolicyDecision decision;
        try
        {
            decision = DecideEarly(context, Effective(rules));
        }
        catch (Exception exception)
        {
            decision = Fail(context, exception);
        }

        return decision is { IsAllowed: false, Reason: not IpPolicyReason.Undecided }
            ? refusal.AnswerAsync(context, decision, clientId: null)
            : next(context);
    }

    private IpPolicyDecision Decide(HttpContext context, IpPolicyRules rules, out string? clientId)
    {
        clientId = null;
        if (rules.Required.IsEmpty)
        {
            return Record(context, WithoutPolicy(rules), clientId);
        }

        if (!TryGetClient(context, rules, out clientId, out var decision))
        {
            return decision;
        }

        // All must allow before any is recorded as allowing.
        var conditions = Conditions();
        foreach (var required in rules.Required)
        {
            decision = required.Policy.Evaluate(context.Connection.RemoteIpAddress, clientId, conditions);
            if (!decision.IsAllowed || rules.Required.Length == 1)
            {
                return Record(context, decision, clientId);
            }
        }

        foreach (var required in rules.Required)
        {
            Record(context, required.Policy.Evaluate(context.Connection.RemoteIpAddress, clientId, conditions), clientId);
        }

        return decision;
    }

    private IpPolicyDecision DecideEarly(HttpContext context, IpPolicyRules rules)
    {
        if (rules.IsSilent)
        {
            return Record(context, WithoutPolicy(rules), clientId: null);
        }

        var conditions = Conditions();
        foreach (var required in rules.Required)
        {
            var decision = required.Policy.EvaluateEarly(context.Connection.RemoteIpAddress, conditions);
            if (decision is { IsAllowed: false, Reason: not IpPolicyReason.Undecided })
            {
                return Record(context, decision, clientId: null);
            }
        }

        return default;
    }

    private bool TryGetClient(HttpContext context, IpPolicyRules rules, out string? clientId, out IpPolicyDecision refusal)
    {
        clientId = null;
        refusal = default;
        foreach (var required in rules.Required)
        {
            if (required.Policy is { ClientIds.Count: > 0 } policy && options.Value.ClientId is { } selector)
            {
                try
                {
                    clientId = selector(context) is { Length: > 0 } id ? id : null;
                    return true;
                }
                catch (Exception exception)
                {
                    refusal = Fail(context, exception, new(policy, IpPolicyReason.ClientFault, entry: -1, isAllowed: false));
                    return false;
                }
            }
        }

        return true;
    }

    private IpPolicyRules Effective(IpPolicyRules rules) => rules.IsSilent ? _withoutPolicy : rules;

    private IpPolicyConditions Conditions() => new(time.GetUtcNow(), environment.EnvironmentName);

    private static IpPolicyDecision WithoutPolicy(IpPolicyRules rules) => rules.IsOpen
        ? new(policy: null, IpPolicyReason.AnyAddress, entry: -1, isAllowed: true)
        : new(policy: null, IpPolicyReason.NoPolicy, entry: -1, isAllowed: false);

    private IpPolicyDecision Record(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        recorder.Record(context, decision, clientId);
        return decision;
    }

    private IpPolicyDecision Fail(HttpContext context, Exception exception) =>
        Fail(context, exception, new(policy: null, IpPolicyReason.Fault, entry: -1, isAllowed: false));

    private IpPolicyDecision Fail(HttpContext context, Exception exception, in IpPolicyDecision decision)
    {
        recorder.RecordFault(context, decision, exception);
        return decision;
    }
}
