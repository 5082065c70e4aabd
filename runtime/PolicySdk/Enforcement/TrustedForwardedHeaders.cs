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
            return ValidateOptionsResult.Success;
        }

        if (!Believes(options, clientAddress))
        {
            return ValidateOptionsResult.Fail(
                $"{nameof(ForwardedHeadersOptions)} were changed after {nameof(IpPolicyOptions)}.{nameof(IpPolicyOptions.UseClientAddress)} set them to "
                + $"{clientAddress.GetType()}. Remove what changes them, a PostConfigure; which proxies to believe stands in client-address.yaml.");
        }

        // The host's own middleware comes in front of the application's, and each starts to count at what the other left.
        return clientAddress.Limit is not null && string.Equals(configuration[EnabledByHost], "true", StringComparison.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Fail(
                $"ASPNETCORE_{EnabledByHost} is true, so that forwarded headers would be read twice and the 'limit' of client-address.yaml would not hold. "
                + "Remove that setting, and call app.UseForwardedHeaders() instead.")
            : ValidateOptionsResult.Success;
    }

    private static bool Believes(ForwardedHeadersOptions options, IpClientAddress clientAddress) =>
        options is { ForwardedHeaders: ForwardedHeaders.XForwardedFor, KnownProxies.Count: 0 }
        && options.ForwardedForHeaderName == clientAddress.HeaderName
        && options.ForwardLimit == clientAddress.Limit
        && options.KnownIPNetworks.SequenceEqual(clientAddress.TrustedProxies);

    // UseForwardedHeaders() reads the options that have no name.
    private IpClientAddress? ClientAddressFor(string? name) => name == Options.DefaultName ? policies.Value.ClientAddress : null;
}
