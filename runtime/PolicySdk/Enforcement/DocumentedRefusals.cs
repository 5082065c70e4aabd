using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Puts refusals into API descriptions, from which OpenAPI documents are made.</summary>
internal sealed class DocumentedRefusals(EndpointDataSource source, IpPolicyGate gate, IOptions<IpPolicyOptions> options) : IApiDescriptionProvider
{
    // After those that find the endpoints.
    public int Order => int.MaxValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        var status = options.Value.StatusCode;
        var endpoints = source.Endpoints.ToLookup(static endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>());
        foreach (var description in context.Results)
        {
            var isTold = description.SupportedResponseTypes.Any(response => response.StatusCode == status);
            if (!isTold && MayRefuse(description.ActionDescriptor, endpoints))
            {
                description.SupportedResponseTypes.Add(new()
                {
                    StatusCode = status,
                    Type = typeof(ProblemDetails),
                    ApiResponseFormats = [new() { MediaType = MediaTypeNames.Application.ProblemJson }],
                });
            }
        }
    }

    // Actions of controllers are asked by their endpoints: what is said where they are mapped stands there alone.
    private bool MayRefuse(ActionDescriptor action, ILookup<ActionDescriptor?, Endpoint> endpoints)
    {
        var metadata = endpoints.Contains(action) ? endpoints[action].Select(static endpoint => (IReadOnlyList<object>)endpoint.Metadata) : [[.. action.EndpointMetadata]];
        return metadata.Any(one => gate.StateOf(IpPolicyRules.Of(one)) is not (EndpointState.Open or EndpointState.Unchecked));
    }
}
