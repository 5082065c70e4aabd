namespace PolicySdk;

/// <summary>Endpoint metadata: the caller's address must be allowed by a policy.</summary>
/// <remarks>
/// An endpoint may carry several, from itself, its group or its controller; all of them must allow. Use
/// <see cref="RequireIpPolicyAttribute{TPolicy}"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public abstract class RequireIpPolicyAttribute : Attribute
{
    private protected RequireIpPolicyAttribute()
    {
    }

    /// <summary>The policy that must allow. Ask anew for each decision: hot reload replaces the instance.</summary>
    public abstract IpPolicy Policy { get; }

    /// <summary>Whether it was chained to what was mapped, so that it is the attribute of no handler.</summary>
    internal bool IsChained { get; init; }
}

/// <summary>Endpoint metadata: the caller's address must be allowed by <typeparamref name="TPolicy"/>.</summary>
/// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class RequireIpPolicyAttribute<TPolicy> : RequireIpPolicyAttribute
    where TPolicy : IpPolicy, new()
{
    /// <inheritdoc />
    public override IpPolicy Policy => IpPolicy.Of<TPolicy>();
}
