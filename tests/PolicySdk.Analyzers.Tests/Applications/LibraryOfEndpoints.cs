// A class library of endpoints for several applications: each has its policy, so that it does not matter who maps it.
// kind: library
using Microsoft.AspNetCore.Mvc;

namespace Contoso.Tickets;

public static class TicketEndpoints
{
    public static IEndpointConventionBuilder MapTickets(this IEndpointRouteBuilder endpoints, string prefix = "/tickets")
    {
        var group = endpoints.MapGroup(prefix);
        group.MapGet("/", () => Array.Empty<int>());
        group.MapPost("/", (string text) => Results.Created());
        return group.RequireIpPolicy<IpPolicies.PartnerApi>();
    }

    public static IServiceCollection AddTickets(this IServiceCollection services) => services.AddIpPolicies();
}

[Route("api/tickets")]
[RequireIpPolicy<IpPolicies.Office>]
public class TicketsController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];
}
