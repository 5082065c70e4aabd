using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Asks the policies of an endpoint about a request, and records what they say. May throw; the gate refuses then.</summary>
internal sealed class RequestDecider(ClientAddressCheck addresses, TimeProvider time, IHostEnvironment environment, DecisionRecorder recorder)
{
    /// <summary>Decides where nothing hangs on who the client is, and refuses addresses that no list holds, whoever calls.</summary>
    /// <returns>Whether it is decided; if not, who calls is to be asked.</returns>
    internal bool TryDecideForAnyClient(HttpContext context, IpPolicyRules rules, out IpPolicyDecision decision)
    {
        if (rules.Required.IsEmpty)
        {
            decision = Record(context, WithoutPolicy(rules), clientId: null);
            return true;
        }

        if (TryRefuseAddress(context, out decision))
        {
            Record(context, decision, clientId: null);
            return true;
        }

        if (rules.FirstWithClients is null)
        {
            decision = DecideByLists(context, rules, client: default);
            return true;
        }

        return TryRefuseEarly(context, rules, out decision);
    }

    /// <summary>Decides with all that is known, the client included.</summary>
    internal IpPolicyDecision Decide(HttpContext context, IpPolicyRules rules, in ClientSelection client)
    {
        if (client.Failure != IpPolicyReason.Undecided)
        {
            return RefuseUntold(context, rules, client);
        }

        // Who was asked may have put another address in.
        return TryRefuseAddress(context, out var refusal) ? Record(context, refusal, client.Name) : DecideByLists(context, rules, client);
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

        return TryRefuseEarly(context, rules, out var decision) ? decision : default;
    }

    /// <summary>Decides by the lists and the time of now for a connection that was allowed before. Records nothing.</summary>
    internal IpPolicyDecision DecideAgain(OpenConnection connection)
    {
        var now = Now();
        return Ask(connection.Rules, connection.Address, connection.Client.Id, ref now);
    }

    private IpPolicyDecision DecideByLists(HttpContext context, IpPolicyRules rules, in ClientSelection client)
    {
        // All must allow before any is recorded as allowing.
        var now = Now();
        var address = context.Connection.RemoteIpAddress;
        var decision = Ask(rules, address, client.Id, ref now);
        foreach (var required in decision.IsAllowed ? rules.Required[..^1] : [])
        {
            var earlier = Record(context, required.Policy.Evaluate(address, client.Id, ref now), client.Name);
            if (!earlier.IsAllowed)
            {
                // Hot reload came between.
                return earlier;
            }
        }

        return Record(context, decision, client.Name);
    }

    private static IpPolicyDecision Ask(IpPolicyRules rules, IPAddress? address, string? clientId, ref LazyConditions now)
    {
        IpPolicyDecision decision = default;
        foreach (var required in rules.Required)
        {
            decision = required.Policy.Evaluate(address, clientId, ref now);
            if (!decision.IsAllowed)
            {
                break;
            }
        }

        return decision;
    }

    private bool TryRefuseEarly(HttpContext context, IpPolicyRules rules, out IpPolicyDecision decision)
    {
        var now = Now();
        foreach (var required in rules.Required)
        {
            decision = required.Policy.EvaluateEarly(context.Connection.RemoteIpAddress, ref now);
            if (decision is { IsAllowed: false, Reason: not IpPolicyReason.Undecided })
            {
                Record(context, decision, clientId: null);
                return true;
            }
        }

        decision = default;
        return false;
    }

    /// <summary>Refuses who is no client, before a policy is asked: one that only reports has no say in how the host is set up.</summary>
    private bool TryRefuseAddress(HttpContext context, out IpPolicyDecision refusal)
    {
        var fault = addresses.FaultOf(context);
        refusal = fault is { } reason ? IpPolicyDecision.Refused(reason) : default;
        return fault is not null;
    }

    private IpPolicyDecision RefuseUntold(HttpContext context, IpPolicyRules rules, in ClientSelection client)
    {
        var refusal = IpPolicyDecision.Refused(client.Failure, rules.FirstWithClients);
        if (client is { Failure: IpPolicyReason.ClientFault, Exception: { } exception })
        {
            recorder.RecordFault(context, refusal, exception);
            return refusal;
        }

        return Record(context, refusal, clientId: null);
    }

    private LazyConditions Now() => new(time, environment.EnvironmentName);

    private static IpPolicyDecision WithoutPolicy(IpPolicyRules rules) =>
        rules.IsOpen ? IpPolicyDecision.AnyAddress : IpPolicyDecision.Refused(IpPolicyReason.NoPolicy);

    private IpPolicyDecision Record(HttpContext context, in IpPolicyDecision decision, string? clientId)
    {
        recorder.Record(context, decision, clientId);
        return decision;
    }
}
