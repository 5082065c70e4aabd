// A class library of endpoints: the application that calls it may have put a policy on the builder, or not.
// kind: library
namespace Contoso.Tickets;

public static class TicketEndpoints
{
    public static IEndpointRouteBuilder MapTickets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/tickets", () => Array.Empty<int>()); //!! PSDK6004 MapGet
        endpoints.MapDelete("/tickets/{id}", (int id) => Results.NoContent()).RequireIpPolicy<IpPolicies.Admin>();
        endpoints.MapTicketFiles();
        return endpoints;
    }

    private static void MapTicketFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/tickets/{id}/files", (int id) => Results.Created()); //!! PSDK6004 MapPost
}
