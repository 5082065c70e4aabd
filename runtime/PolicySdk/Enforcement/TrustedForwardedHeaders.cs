using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Makes the forwarded headers of ASP.NET Core believe the trusted proxies, and nobody else whatever else configures them.</summary>
internal sealed class TrustedForwardedHeaders(IOptions<IpPolicyOptions> policies, IConfiguration configuration)
    : IPostConfigureOptions<ForwardedHeadersOptions>, IValidateOptions<ForwardedHeadersOptions>
{
    private const string EnabledByHost = "FORWARDEDHEADERS_ENABLED";

    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        if (ClientAddressFor(name) is not { } clientAddress)
        {
            return;
        }

        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        options.ForwardedForHeaderName = clientAddress.HeaderName;
        options.ForwardLimit = clientAddress.Limit;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxies in clientAddress.TrustedProxies)
        {
            options.KnownIPNetworks.Add(proxies);
        }
    }

    // Runs after every PostConfigure, also one that was added later than ours.
    public ValidateOptionsResult Validate(string? name, ForwardedHeadersOptions options)
    {
        if (ClientAddressFor(name) is not { } clientAddress)
        {
            return name == Options.DefaultName && !policies.Value.DangerouslyTrustAnyRemoteIpAddress && BelievesAnybody(options)
                ? ValidateOptionsResult.Fail(TooMuchBelieved(options))
                : ValidateOptionsResult.Success;
        }

        if (!Believes(options, clientAddress))
        {
            return ValidateOptionsResult.Fail(
                $"{nameof(ForwardedHeadersOptions)} were changed after {nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.UseClientAddress)} set them to "
                + $"{clientAddress.GetType()}. Remove what changes them, a PostConfigure; which proxies to believe stands in client-address.yaml.");
        }

        // The host's own middleware comes in front of the application's, and each starts to count at what the other left.
        return clientAddress.Limit is not null && IsEnabledByHost
            ? ValidateOptionsResult.Fail(
                $"ASPNETCORE_{EnabledByHost} is true, so that forwarded headers would be read twice and the 'limit' of client-address.yaml would not hold. "
                + "Remove that setting, and call app.UseForwardedHeaders() instead.")
            : ValidateOptionsResult.Success;
    }

    private bool IsEnabledByHost => string.Equals(configuration[EnabledByHost], "true", StringComparison.OrdinalIgnoreCase);

    private string TooMuchBelieved(ForwardedHeadersOptions options) =>
        $"{nameof(ForwardedHeadersOptions)} believe the header {options.ForwardedForHeaderName} of anybody who can connect: "
        + $"{(IsEnabledByHost ? $"ASPNETCORE_{EnabledByHost} is true" : "they name no proxy, or too much of a family as proxies")}. Any caller could name the address of "
        + "another. Name the proxies under 'trust' in policies/client-address.yaml, and write "
        + $"options.{nameof(IpPolicyOptions.UseClientAddress)}<IpPolicies.ClientAddress>() in AddIpPolicies; or remove that setting, where there are no proxies.";

    private static bool BelievesAnybody(ForwardedHeadersOptions options) =>
        options.ForwardedHeaders.HasFlag(ForwardedHeaders.XForwardedFor)
        && ((options.KnownProxies.Count == 0 && options.KnownIPNetworks.Count == 0) || ProxyRange.AreTooMany(options.KnownIPNetworks.Select(ProxyRange.Of)));

    private static bool Believes(ForwardedHeadersOptions options, IpClientAddress clientAddress) =>
        options is { ForwardedHeaders: ForwardedHeaders.XForwardedFor, KnownProxies.Count: 0 }
        && options.ForwardedForHeaderName == clientAddress.HeaderName
        && options.ForwardLimit == clientAddress.Limit
        && options.KnownIPNetworks.SequenceEqual(clientAddress.TrustedProxies);

    // UseForwardedHeaders() reads the options that have no name.
    private IpClientAddress? ClientAddressFor(string? name) => name == Options.DefaultName ? policies.Value.ClientAddress : null;
}
