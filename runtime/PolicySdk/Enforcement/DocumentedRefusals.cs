using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Puts refusals into API descriptions, from which OpenAPI documents are made.</summary>
internal sealed class DocumentedRefusals(IpPolicyGate gate, IOptions<IpPolicyOptions> options) : IApiDescriptionProvider
{
    // After those that find the endpoints.
    public int Order => int.MaxValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        var status = options.Value.StatusCode;
        foreach (var description in context.Results)
        {
            var rules = IpPolicyRules.Of([.. description.ActionDescriptor.EndpointMetadata ?? []]);
            if (gate.StateOf(rules) is not (EndpointState.Open or EndpointState.Unchecked) && description.SupportedResponseTypes.All(response => response.StatusCode != status))
            {
                description.SupportedResponseTypes.Add(new() { StatusCode = status, Type = typeof(ProblemDetails), ApiResponseFormats = [new() { MediaType = "application/problem+json" }] });
            }
        }
    }
}
