using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Asks the policies of an endpoint about a request, and records what they say. May throw; the gate refuses then.</summary>
internal sealed class RequestDecider(
    IOptions<IpPolicyOptions> options, TimeProvider time, IHostEnvironment environment, DecisionRecorder recorder)
{
    /// <summary>Decides with all that is known, the client included.</summary>
    internal IpPolicyDecision Decide(HttpContext context, IpPolicyRules rules, out string? clientId)
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

    /// <summary>Decides what no client could change; undecided is no refusal, and no permission.</summary>
    internal IpPolicyDecision DecideEarly(HttpContext context, IpPolicyRules rules)
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
                    refusal = IpPolicyDecision.Refused(IpPolicyReason.ClientFault, policy);
                    recorder.RecordFault(context, refusal, exception);
                    return false;
                }
            }
        }

        return true;
    }

    private IpPolicyConditions Conditions() => new(time.GetUtcNow(), environment.EnvironmentName);

    private static IpPolicyDecision WithoutPolicy(IpPolicyRules rules) =>
        rules.IsOpen ? IpPolicyDecision.AnyAddress : IpPolicyDecision.Refused(IpPolicyReason.NoPolicy);

    private IpPolicyDecision Record(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        recorder.Record(context, decision, clientId);
        return decision;
    }
}
