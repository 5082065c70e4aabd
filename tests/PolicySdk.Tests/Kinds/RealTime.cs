using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Kinds;

/// <summary>Hubs, connection handlers and components, with the connections that these open.</summary>
internal static class RealTime
{
    internal static readonly EndpointKinds Kinds = new(
        [
            EndpointKind.Negotiation("/hubs/Guarded"), new("/hubs/Guarded", 101), EndpointKind.Negotiation("/hubs/InheritsGuarded"),
            EndpointKind.Negotiation("/chained/Silent"), new("/chained/Silent", 101),
            EndpointKind.Negotiation("/connections/Guarded"), new("/connections/Guarded", 101),
            new("/components/Guarded"), new("/components/Silent"), EndpointKind.Negotiation("/_blazor"), new("/_blazor", 101),
        ],
        static builder =>
        {
            builder.Services.AddAntiforgery();
            builder.Services.AddRazorComponents().AddInteractiveServerComponents();
            Nearness.Hubs.Kind.Add(builder);
            Nearness.Connections.Kind.Add(builder);
        },
        static app =>
        {
            _ = Nearness.Hubs.Kind.Map(app.MapGroup("/hubs")).ToList();
            _ = Nearness.Hubs.Kind.Map(app.MapGroup("/chained").RequireIpPolicy<TestPolicies.Office>()).ToList();
            _ = Nearness.Connections.Kind.Map(app.MapGroup("/connections")).ToList();
            app.MapRazorComponents<Nearness.Components.Root>().AddInteractiveServerRenderMode().RequireIpPolicy<TestPolicies.Office>();
        });
}
