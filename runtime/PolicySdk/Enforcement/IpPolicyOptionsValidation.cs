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

        return options is { AllowEndpointsWithoutPolicy: true, FallbackRequirement: not null }
            ? ValidateOptionsResult.Fail(
                $"{nameof(IpPolicyOptions)} has a fallback policy and {nameof(IpPolicyOptions.AllowEndpointsWithoutPolicy)}: choose one, "
                + "they say opposite things of endpoints without policy.")
            : ValidateOptionsResult.Success;
    }
}
