using System.Globalization;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Refuses options that would not refuse, at start-up.</summary>
internal sealed class IpPolicyOptionsValidation : IValidateOptions<IpPolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, IpPolicyOptions options)
    {
        string?[] faults =
        [
            !IsRefusal(options.StatusCode) ? Of(nameof(options.StatusCode), options.StatusCode, "a refusal needs a status code from 400 to 499") : null,
            !IsTimeLimit(options.ClientIdTimeout) ? Of(nameof(options.ClientIdTimeout), options.ClientIdTimeout, "give it more than nothing and at most a minute") : null,
            IsOutside(options.ConnectionCheckInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)) ? Of(nameof(options.ConnectionCheckInterval), options.ConnectionCheckInterval, "give it from a second to an hour") : null,
            options.RejectionsKept is < 0 or > 10_000 ? Of(nameof(options.RejectionsKept), options.RejectionsKept, "keep from none to 10,000") : null,
            !Enum.IsDefined(options.AddressDetail) ? Of(nameof(options.AddressDetail), options.AddressDetail, "choose one of its values") : null,
            options is { ClientId: not null, ClientIdAsync: not null }
                ? $"{nameof(IpPolicyOptions)} has {nameof(IpPolicyOptions.ClientId)} and {nameof(IpPolicyOptions.ClientIdAsync)}: choose one, they may name different clients."
                : null,
            options.ClientAddress is { } clientAddress && FaultOf(clientAddress) is { } fault ? $"{clientAddress.GetType()}, given to {nameof(IpPolicyOptions.UseClientAddress)}, {fault}" : null,
            options is { TrustPeersWithoutAddress: true, ClientAddress: null }
                ? $"{nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.TrustPeersWithoutAddress)} is set, but nothing says in which header such a peer names the client. "
                    + $"Write 'header' and 'trust' into client-address.yaml, and options.{nameof(IpPolicyOptions.UseClientAddress)}<IpPolicies.ClientAddress>() beside it; or remove the setting."
                : null,
            options is { AllowEndpointsWithoutPolicy: true, FallbackRequirement: not null }
                ? $"{nameof(IpPolicyOptions)} has a fallback policy and {nameof(IpPolicyOptions.AllowEndpointsWithoutPolicy)}: choose one, they say opposite things of endpoints without policy."
                : null,
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count > 0 ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    internal static bool IsRefusal(int statusCode) => statusCode is >= 400 and <= 499;

    internal static bool IsTimeLimit(TimeSpan limit) => !IsOutside(limit, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));

    private static bool IsOutside(TimeSpan value, TimeSpan least, TimeSpan most) => value < least || value > most;

    private static string Of(string option, object value, string advice) => string.Create(CultureInfo.InvariantCulture, $"{nameof(IpPolicyOptions)}.{option} is {value}: {advice}.");

    private static string? FaultOf(IpClientAddress clientAddress) =>
        !clientAddress.IsValid ? "was not compiled: client-address.yaml has an error. Correct what the build reports for that file."
        : clientAddress.TrustedProxies.Count == 0 ? "trusts no proxy. Name the proxies under 'trust' in client-address.yaml, or remove the call where there are none."
        : clientAddress.Ranges.Any(static range => range.HoldsMapped) ? "trusts an IPv6 prefix that covers ::ffff:0:0/96. ASP.NET Core would believe every IPv4 "
            + "caller by it. Write narrower prefixes under 'trust' in client-address.yaml, and the proxies' IPv4 addresses as IPv4."
        : clientAddress.Ranges.Any(static range => range.HoldsAll) ? "trusts every address of a family, so that anybody names the client. "
            + "Write the prefixes of the proxies alone under 'trust' in client-address.yaml."
        : null;
}
