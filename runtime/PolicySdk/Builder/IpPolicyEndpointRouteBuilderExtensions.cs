using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps what lists are kept with.</summary>
public static class IpPolicyEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an endpoint, open to any address, that tells callers at which address they are seen: what they ask to have allowed, and what
    /// <c>policysdk add-my-ip --from</c> adds. It answers <c>{"address":"203.0.113.7"}</c>, an IPv4-mapped address as
    /// IPv4 and without a scope id, as policies see it; 404 where the connection has no address.
    /// </summary>
    /// <param name="endpoints">The application, or a group.</param>
    /// <param name="pattern">The route.</param>
    public static IEndpointConventionBuilder MapClientAddress(this IEndpointRouteBuilder endpoints, string pattern = "/me/address")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        return endpoints.MapMethods(pattern, [HttpMethods.Get], Answer).WithDisplayName($"Client address {pattern}").AllowAnyAddress("tells callers at which address they are seen");
    }

    private static Task Answer(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } seen)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var address = seen.IsIPv4MappedToIPv6 ? seen.MapToIPv4().ToString() : seen.ToString();
        var scope = address.IndexOf('%', StringComparison.Ordinal);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($"{{\"address\":\"{(scope < 0 ? address : address[..scope])}\"}}", context.RequestAborted);
    }
}
