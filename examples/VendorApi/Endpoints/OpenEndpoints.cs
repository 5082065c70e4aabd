namespace VendorApi.Endpoints;

/// <summary>What any address may call. Each says why: without a policy or a reason an endpoint refuses everybody.</summary>
internal static class OpenEndpoints
{
    internal static void MapOpenEndpoints(this IEndpointRouteBuilder app)
    {
        // Which address a customer sends us for the list, or adds with 'policysdk add-my-ip --from'.
        app.MapClientAddress();
        app.MapHealthChecks("/healthz")
            .AllowAnyAddress("probed by the load balancer, whose addresses change");
    }
}
