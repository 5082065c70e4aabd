using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>What is said of endpoints with neither a policy nor a reason to be open.</summary>
internal static class UnprotectedText
{
    private const string Stops = $"The application stops, because {nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.StopOnUnprotectedEndpoints)} is set";

    private const string WhatToWrite = "Write RequireIpPolicy<IpPolicies.NameOfPolicy>() or AllowAnyAddress(\"reason\") on each, or on what is around it:";

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

        return snapshot.Faults is [var fault, ..]
            ? new($"{Stops} and nobody can tell whether all endpoints are protected: {fault.ShownSource} could not be read.", fault.Exception)
            : null;
    }
}
