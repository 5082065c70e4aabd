namespace VendorApi.Endpoints;

/// <summary>What any address may call. Each says why: without a policy or a reason an endpoint refuses everybody.</summary>
internal static class OpenEndpoints
{
    internal static void MapOpenEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me/address", static (HttpContext context) => new { Address = Seen(context) })
            .AllowAnyAddress("tells a customer which address to send us for the list");
        app.MapHealthChecks("/healthz")
            .AllowAnyAddress("probed by the load balancer, whose addresses change");
    }

    private static string? Seen(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address?.ToString(),
    };
}
