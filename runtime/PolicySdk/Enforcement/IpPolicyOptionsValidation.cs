using System.Globalization;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Refuses options that would not refuse, or that contradict each other, at start-up. Tells all faults at once.</summary>
internal sealed class IpPolicyOptionsValidation : IValidateOptions<IpPolicyOptions>
{
    private const string Type = nameof(IpPolicyOptions);

    public ValidateOptionsResult Validate(string? name, IpPolicyOptions options)
    {
        var faults = OutOfBounds(options).Concat(Contradictions(options)).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> OutOfBounds(IpPolicyOptions options)
    {
        if (!IsRefusal(options.StatusCode))
        {
            yield return Fault(nameof(options.StatusCode), options.StatusCode, "a refusal needs a status code from 400 to 499");
        }

        if (!IsTimeLimit(options.ClientIdTimeout))
        {
            yield return Fault(nameof(options.ClientIdTimeout), options.ClientIdTimeout, "give it more than nothing and at most a minute");
        }

        if (IsOutside(options.ConnectionCheckInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)))
        {
            yield return Fault(nameof(options.ConnectionCheckInterval), options.ConnectionCheckInterval, "give it from a second to an hour");
        }

        if (options.RejectionsKept is < 0 or > 10_000)
        {
            yield return Fault(nameof(options.RejectionsKept), options.RejectionsKept, "keep from none to 10,000");
        }

        if (!Enum.IsDefined(options.AddressDetail))
        {
            yield return Fault(nameof(options.AddressDetail), options.AddressDetail, "choose one of its values");
        }
    }

    private static IEnumerable<string> Contradictions(IpPolicyOptions options)
    {
        if (options is { ClientId: not null, ClientIdAsync: not null })
        {
            yield return $"{Type} has {nameof(options.ClientId)} and {nameof(options.ClientIdAsync)}: choose one, they may name different clients.";
        }

        if (options.ClientAddress is { } clientAddress && FaultOf(clientAddress) is { } fault)
        {
            yield return $"{clientAddress.GetType()}, given to {nameof(options.UseClientAddress)}, {fault}";
        }

        if (options is { TrustPeersWithoutAddress: true, ClientAddress: null })
        {
            yield return $"{Type}.{nameof(options.TrustPeersWithoutAddress)} is set, but nothing says in which header such a peer names the client. "
                + $"Write 'header' and 'trust' into client-address.yaml, and options.{nameof(options.UseClientAddress)}<IpPolicies.ClientAddress>() "
                + "beside it; or remove the setting.";
        }

        if (options is { AllowEndpointsWithoutPolicy: true, FallbackRequirement: not null })
        {
            yield return $"{Type} has a fallback policy and {nameof(options.AllowEndpointsWithoutPolicy)}: choose one, "
                + "they say opposite things of endpoints without policy.";
        }
    }

    internal static bool IsRefusal(int statusCode) => statusCode is >= 400 and <= 499;

    internal static bool IsTimeLimit(TimeSpan limit) => !IsOutside(limit, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));

    private static bool IsOutside(TimeSpan value, TimeSpan least, TimeSpan most) => value < least || value > most;

    private static string Fault(string option, object value, string advice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Type}.{option} is {value}: {advice}.");

    private static string? FaultOf(IpClientAddress clientAddress) =>
        !clientAddress.IsValid ? "was not compiled: client-address.yaml has an error. Correct what the build reports for that file."
        : clientAddress.TrustedProxies.Count == 0 ? "trusts no proxy. Name the proxies under 'trust' in client-address.yaml, or remove the call where there are none."
        : clientAddress.Ranges.Any(static range => range.HoldsMapped) ? "trusts an IPv6 prefix that covers ::ffff:0:0/96. ASP.NET Core would believe every IPv4 "
            + "caller by it. Write narrower prefixes under 'trust' in client-address.yaml, and the proxies' IPv4 addresses as IPv4."
        : ProxyRange.AreTooMany(clientAddress.Ranges) ? "trusts half of IPv4 or an eighth of IPv6 or more, so that anybody names the client. "
            + "Write the prefixes of the proxies alone under 'trust' in client-address.yaml."
        : null;
}
