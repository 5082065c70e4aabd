using Microsoft.AspNetCore.Mvc.Abstractions;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>Lists the real endpoints of the application, classified by the rules of enforcement.</summary>
internal sealed class EndpointInventory(EndpointSources sources, PageEndpoints pages, IpPolicyGate gate)
{
    /// <summary>Reads all endpoints anew. Never throws: what failed is in the answer.</summary>
    internal async Task<EndpointSnapshot> ReadAsync()
    {
        var faults = new List<ReadFault>();
        try
        {
            return new(Classify(await FindAsync(faults)), faults);
        }
        catch (Exception exception)
        {
            return new([], [.. faults, new(nameof(EndpointInventory), exception)]);
        }
    }

    private async Task<List<FoundEndpoint>> FindAsync(List<ReadFault> faults)
    {
        var found = new List<FoundEndpoint>();
        foreach (var endpoint in sources.Read(faults))
        {
            try
            {
                found.Add(new(endpoint, IpPolicyRules.Of((await pages.LoadAsync(endpoint)).Metadata)));
            }
            catch (Exception exception)
            {
                faults.Add(new(endpoint.DisplayName ?? "", exception));
            }
        }

        return found;
    }

    private List<AuditedEndpoint> Classify(List<FoundEndpoint> found)
    {
        var dynamic = found.FindAll(static one => one.IsDynamic);
        var leadsOn = dynamic.Exists(static one => one.Rules.IsSilent);
        var seen = new HashSet<(ActionDescriptor, EndpointState)>();
        var classified = new List<AuditedEndpoint>();
        foreach (var one in found.OrderBy(static one => one.IsInert))
        {
            // Without a dynamic route nothing leads to an inert endpoint; a silent one takes over the rules of the route.
            if (one.IsInert && (one.Rules.IsSilent ? !leadsOn : dynamic.Count == 0))
            {
                continue;
            }

            var state = one is { IsDynamic: true, Rules.IsSilent: true } ? EndpointState.LeadsOn : gate.StateOf(one.Rules);
            var isNew = one.Action is not { } action || seen.Add((action, state));
            if (isNew || !one.IsInert)
            {
                classified.Add(AuditedEndpoint.Of(one.Endpoint, state, gate.Effective(one.Rules)));
            }
        }

        return classified;
    }
}
