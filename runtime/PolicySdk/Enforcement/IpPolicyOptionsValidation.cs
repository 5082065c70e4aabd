using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Refuses options that would not refuse, at start-up.</summary>
internal sealed class IpPolicyOptionsValidation : IValidateOptions<IpPolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, IpPolicyOptions options)
    {
        if (options.StatusCode is < 400 or > 499)
        {
            return ValidateOptionsResult.Fail(
                $"{nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.StatusCode)} is {options.StatusCode}: a refusal needs a status code from 400 to 499.");
        }

        if (options.ClientAddress is { } clientAddress && FaultOf(clientAddress) is { } fault)
        {
            return ValidateOptionsResult.Fail($"{clientAddress.GetType()}, given to {nameof(IpPolicyOptions.UseClientAddress)}, {fault}");
        }

        if (options is { TrustPeersWithoutAddress: true, ClientAddress: null })
        {
            return ValidateOptionsResult.Fail(
                $"{nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.TrustPeersWithoutAddress)} is set, but nothing says in which header such a peer names the client. "
                + $"Write 'header' and 'trust' into client-address.yaml, and options.{nameof(IpPolicyOptions.UseClientAddress)}<IpPolicies.ClientAddress>() beside it; or remove the setting.");
        }

        return options is { AllowEndpointsWithoutPolicy: true, FallbackRequirement: not null }
            ? ValidateOptionsResult.Fail(
                $"{nameof(IpPolicyOptions)} has a fallback policy and {nameof(IpPolicyOptions.AllowEndpointsWithoutPolicy)}: choose one, "
                + "they say opposite things of endpoints without policy.")
            : ValidateOptionsResult.Success;
    }

    private static string? FaultOf(IpClientAddress clientAddress) =>
        !clientAddress.IsValid ? "was not compiled: client-address.yaml has an error. Correct what the build reports for that file."
        : clientAddress.TrustedProxies.Count == 0 ? "trusts no proxy. Name the proxies under 'trust' in client-address.yaml, or remove the call where there are none."
        : clientAddress.Ranges.Any(static range => range.HoldsMapped) ? "trusts an IPv6 prefix that covers ::ffff:0:0/96. ASP.NET Core would believe every IPv4 "
            + "caller by it. Write narrower prefixes under 'trust' in client-address.yaml, and the proxies' IPv4 addresses as IPv4."
        : clientAddress.Ranges.Any(static range => range.HoldsAll) ? "trusts every address of a family, so that anybody names the client. "
            + "Write the prefixes of the proxies alone under 'trust' in client-address.yaml."
        : null;
}
