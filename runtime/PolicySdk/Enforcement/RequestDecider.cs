using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Asks the policies of an endpoint about a request, and records what they say. May throw; the gate refuses then.</summary>
internal sealed class RequestDecider(
    IOptions<IpPolicyOptions> options, ClientAddressCheck addresses, TimeProvider time, IHostEnvironment environment, DecisionRecorder recorder)
{
    /// <summary>Decides with all that is known, the client included.</summary>
    internal IpPolicyDecision Decide(HttpContext context, IpPolicyRules rules, out string? clientId)
    {
        clientId = null;
        if (rules.Required.IsEmpty)
        {
            return Record(context, WithoutPolicy(rules), clientId);
        }

        if (TryRefuseAddress(context, out var decision))
        {
            return Record(context, decision, clientId);
        }

        if (!TryGetClient(context, rules, out clientId, out decision))
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

        if (!rules.IsOpen && TryRefuseAddress(context, out var refusal))
        {
            return Record(context, refusal, clientId: null);
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

    /// <summary>Refuses who is no client, before a policy is asked: one that only reports has no say in how the host is set up.</summary>
    private bool TryRefuseAddress(HttpContext context, out IpPolicyDecision refusal)
    {
        var fault = addresses.FaultOf(context);
        refusal = fault is { } reason ? IpPolicyDecision.Refused(reason) : default;
        return fault is not null;
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
