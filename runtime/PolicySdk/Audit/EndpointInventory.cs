using Microsoft.AspNetCore.Mvc.Abstractions;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>Lists the real endpoints of the application, classified by the rules of enforcement.</summary>
internal sealed class EndpointInventory(EndpointSources sources, IpPolicyGate gate)
{
    /// <summary>Reads all endpoints anew. Never throws: what failed is in the answer.</summary>
    internal EndpointSnapshot Read()
    {
        var faults = new List<ReadFault>();
        try
        {
            var found = sources.Read(faults).ConvertAll(static endpoint => new FoundEndpoint(endpoint, IpPolicyRules.Of(endpoint.Metadata)));
            return new(Classify(found), faults) { ReachedByCircuit = ReachedByCircuit(found) };
        }
        catch (Exception exception)
        {
            return new([], [.. faults, new(nameof(EndpointInventory), exception)]);
        }
    }

    // Within a circuit the browser goes from component to component without a request.
    private List<AuditedEndpoint> ReachedByCircuit(List<FoundEndpoint> found)
    {
        var circuits = found.FindAll(static one => one.IsCircuit).ConvertAll(one => gate.Effective(one.Rules));
        return found.FindAll(one => one.IsComponent && circuits.Exists(circuit => gate.Effective(one.Rules).DemandsMoreThan(circuit)))
            .ConvertAll(one => AuditedEndpoint.Of(one.Endpoint, gate.StateOf(one.Rules), gate.Effective(one.Rules)));
    }

    private List<AuditedEndpoint> Classify(List<FoundEndpoint> found)
    {
        var dynamic = found.FindAll(static one => one.IsDynamic);
        var isLedTo = dynamic.Exists(static one => one.LeadsOn);
        var seen = new HashSet<(ActionDescriptor, EndpointState)>();
        var classified = new List<AuditedEndpoint>();
        foreach (var one in found.OrderBy(static one => one.IsInert))
        {
            // Without a dynamic route nothing leads to an inert endpoint; a silent one takes over the rules of the route.
            if (one.IsInert && (one.Rules.IsSilent ? !isLedTo : dynamic.Count == 0))
            {
                continue;
            }

            var state = one.LeadsOn ? EndpointState.LeadsOn : gate.StateOf(one.Rules);
            var isNew = one.Action is not { } action || seen.Add((action, state));
            if (isNew || !one.IsInert)
            {
                classified.Add(AuditedEndpoint.Of(one.Endpoint, state, gate.Effective(one.Rules)));
            }
        }

        return classified;
    }
}
