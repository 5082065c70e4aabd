using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>An endpoint as its data source lists it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Rules">What the endpoint that really runs asks for: for a page, the one that loading the page gives.</param>
internal sealed record FoundEndpoint(Endpoint Endpoint, IpPolicyRules Rules)
{
    /// <summary>Whether no route of its own leads here: MVC lists such endpoints for dynamic routes to choose from.</summary>
    internal bool IsInert => Endpoint is not RouteEndpoint;

    internal bool IsDynamic => RememberDynamicEndpoints.IsDynamic(Endpoint);

    internal ActionDescriptor? Action => Endpoint.Metadata.GetMetadata<ActionDescriptor>();
}
