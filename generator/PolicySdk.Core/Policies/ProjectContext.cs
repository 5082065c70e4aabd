using PolicySdk.Addresses;

namespace PolicySdk.Policies;

/// <summary>What every policy of a project is held against.</summary>
/// <param name="Networks">The named networks.</param>
/// <param name="Guardrails">The limits.</param>
/// <param name="TrustedProxies">The addresses of <c>client-address.yaml</c>.</param>
internal sealed record ProjectContext(NetworkTable Networks, Guardrails Guardrails, IpRangeSet TrustedProxies);
