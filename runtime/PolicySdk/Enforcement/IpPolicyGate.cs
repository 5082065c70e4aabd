using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Lets a request go on or refuses it. Whatever fails here refuses.</summary>
internal sealed class IpPolicyGate(
    IOptions<IpPolicyOptions> options, RequestDecider decider, ClientSelector clients, StoredAnswers stored, OpenConnections connections,
    DecisionRecorder recorder, Refusal refusal)
{
    private readonly IpPolicyRules _withoutPolicy = new(options.Value.FallbackRequirement is { } fallback ? [fallback] : [], opening: null);

    internal static InvalidOperationException NotAdded() => new(
        "The services of IP policies are missing. Call builder.Services.AddIpPolicies() where the application's services are added.");

    /// <summary>What decides for an endpoint: its own rules, or where those are silent, the fallback policy.</summary>
    internal IpPolicyRules Effective(IpPolicyRules rules) => rules.IsSilent ? _withoutPolicy : rules;

    internal EndpointState StateOf(IpPolicyRules rules) => Effective(rules) switch
    {
        { IsOpen: true } => EndpointState.Open,
        { IsSilent: false } => EndpointState.Protected,
        _ => options.Value.AllowEndpointsWithoutPolicy ? EndpointState.Unchecked : EndpointState.Refused,
    };

    /// <summary>Runs an endpoint for a caller that all its policies allow.</summary>
    internal Task InvokeAsync(HttpContext context, IpPolicyRules rules, RequestDelegate endpoint)
    {
        IpPolicyDecision decision;
        ClientSelection client = default;
        var stays = false;
        try
        {
            rules = Effective(rules);
            stays = Prepare(context, rules);
            if (!decider.TryDecideForAnyClient(context, rules, out decision))
            {
                var selecting = clients.SelectAsync(context);
                if (!selecting.IsCompletedSuccessfully)
                {
                    return InvokeAsync(context, rules, endpoint, stays, selecting);
                }

                client = selecting.Result;
                decision = decider.Decide(context, rules, client);
            }
        }
        catch (Exception exception)
        {
            decision = Fail(context, exception);
        }

        return FinishAsync(context, rules, endpoint, stays, decision, client);
    }

    /// <summary>Refuses a request because something failed.</summary>
    internal Task RefuseAsync(HttpContext context, Exception exception) => refusal.AnswerAsync(context, Fail(context, exception), clientId: null);

    private async Task InvokeAsync(HttpContext context, IpPolicyRules rules, RequestDelegate endpoint, bool stays, ValueTask<ClientSelection> selecting)
    {
        IpPolicyDecision decision;
        ClientSelection client = default;
        try
        {
            client = await selecting;
            decision = decider.Decide(context, rules, client);
        }
        catch (Exception exception)
        {
            decision = Fail(context, exception);
        }

        await FinishAsync(context, rules, endpoint, stays, decision, client);
    }

    private Task FinishAsync(HttpContext context, IpPolicyRules rules, RequestDelegate endpoint, bool stays, in IpPolicyDecision decision, in ClientSelection client)
    {
        if (!decision.IsAllowed)
        {
            return refusal.AnswerAsync(context, decision, client.Name);
        }

        return stays ? connections.RunAsync(context, rules, client, endpoint) : endpoint(context);
    }

    /// <summary>Does what may fail before anything is decided, so that it refuses.</summary>
    /// <returns>Whether the request stays, and is to be watched.</returns>
    private bool Prepare(HttpContext context, IpPolicyRules rules)
    {
        if (rules.Required.IsEmpty)
        {
            return false;
        }

        stored.Forbid(context);
        return connections.Stays(context);
    }

    /// <summary>Goes on to the next middleware unless no list of the policies could ever allow the caller.</summary>
    internal Task InvokeEarlyAsync(HttpContext context, IpPolicyRules rules, RequestDelegate next)
    {
        IpPolicyDecision decision;
        try
        {
            decision = decider.DecideEarly(context, Effective(rules));
        }
        catch (Exception exception)
        {
            decision = Fail(context, exception);
        }

        return decision is { IsAllowed: false, Reason: not IpPolicyReason.Undecided }
            ? refusal.AnswerAsync(context, decision, clientId: null)
            : next(context);
    }

    private IpPolicyDecision Fail(HttpContext context, Exception exception)
    {
        var decision = IpPolicyDecision.Refused(IpPolicyReason.Fault);
        recorder.RecordFault(context, decision, exception);
        return decision;
    }
}
