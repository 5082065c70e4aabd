using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>What is said of endpoints with neither a policy nor a reason to be open.</summary>
internal static class UnprotectedText
{
    private const string Stops = $"The application stops, because {nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.StopOnUnprotectedEndpoints)} is set";

    private const string WhatToWrite = "Write RequireIpPolicy<IpPolicies.NameOfPolicy>() or AllowAnyAddress(\"reason\") on each, or on what is around it:";

    /// <summary>What to write for components whose policies a circuit does not have.</summary>
    internal const string AdviceOnCircuits =
        "Whoever may open a circuit reaches them without a request. Write RequireIpPolicy<IpPolicies.NameOfPolicy>() on MapRazorComponents, or move them to an application of their own:";

    /// <summary>What becomes of requests to them, and what to write.</summary>
    internal static string AdviceFor(IReadOnlyList<AuditedEndpoint> unprotected) => unprotected[0].State == EndpointState.Unchecked
        ? $"{nameof(IpPolicyOptions.AllowEndpointsWithoutPolicy)} lets any address call them without any check. {WhatToWrite}"
        : $"All requests to them are refused. {WhatToWrite}";

    /// <summary>Why an application that stops on unprotected endpoints must not go on, or null where it may.</summary>
    internal static InvalidOperationException? ReasonToStop(EndpointSnapshot snapshot)
    {
        if (snapshot.Unprotected is { Count: > 0 } unprotected)
        {
            return new(
                $"{Stops}. Endpoints with neither a policy nor a reason to be open: {unprotected.Count}. {AdviceFor(unprotected)}{EndpointBlock.Of(unprotected)}");
        }

        if (snapshot.ReachedByCircuit is { Count: > 0 } components)
        {
            return new($"{Stops}. Components whose policies are not asked within a circuit: {components.Count}. {AdviceOnCircuits}{EndpointBlock.Of(components)}");
        }

        return snapshot.Faults is [var fault, ..]
            ? new($"{Stops} and nobody can tell whether all endpoints are protected: {fault.ShownSource} could not be read.", fault.Exception)
            : null;
    }
}
