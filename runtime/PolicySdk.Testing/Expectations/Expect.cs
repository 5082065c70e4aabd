using PolicySdk.Expectations;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>Begins claims about a policy: <c>Expect.Policy&lt;IpPolicies.PartnerApi&gt;().Denies("10.0.0.0/8")</c>.</summary>
public static class Expect
{
    /// <summary>Claims about a policy.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    /// <exception cref="InvalidOperationException">The file of the policy is not there, is another one than was compiled, or was compiled with errors.</exception>
    public static PolicyExpectations Policy<TPolicy>()
        where TPolicy : IpPolicy, new() => Policy(IpPolicy.Of<TPolicy>());

    /// <summary>Claims about a policy.</summary>
    /// <param name="policy">A generated policy; <c>IpPolicies.All</c> has them.</param>
    /// <exception cref="InvalidOperationException">The file of the policy is not there, is another one than was compiled, or was compiled with errors.</exception>
    public static PolicyExpectations Policy(IpPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(CompiledPolicies.Of(policy), client: null, day: null, Expectation.DefaultEnvironment);
    }
}
