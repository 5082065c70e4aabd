using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>An endpoint as its data source lists it, and what it asks for.</summary>
internal sealed record FoundEndpoint(Endpoint Endpoint, IpPolicyRules Rules)
{
    /// <summary>Whether no route of its own leads here: MVC lists such endpoints for dynamic routes to choose from.</summary>
    internal bool IsInert => Endpoint is not RouteEndpoint;

    internal bool IsDynamic => RememberDynamicEndpoints.IsDynamic(Endpoint);

    /// <summary>Whether it says nothing itself, and another endpoint takes its place when a request is matched.</summary>
    internal bool LeadsOn => Rules.IsSilent && (IsDynamic || Action is PageActionDescriptor and not CompiledPageActionDescriptor);

    internal bool IsComponent => Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>Whether the connections of interactive components are made here.</summary>
    internal bool IsCircuit => Endpoint.Metadata.GetMetadata<HubMetadata>()?.HubType.FullName == "Microsoft.AspNetCore.Components.Server.ComponentHub";

    internal ActionDescriptor? Action => Endpoint.Metadata.GetMetadata<ActionDescriptor>();
}
