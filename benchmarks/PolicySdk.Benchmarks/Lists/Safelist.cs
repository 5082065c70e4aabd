using System.Net;

namespace PolicySdk.Benchmarks.Lists;

/// <summary>The middleware of the framework's documentation, for every method: a loop over the bytes of each address.</summary>
internal sealed class Safelist(RequestDelegate next, ILogger<Safelist> logger, IEnumerable<string> addresses)
{
    private readonly byte[][] _addresses = [.. addresses.Select(static address => IPAddress.Parse(address).GetAddressBytes())];

    internal async Task InvokeAsync(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        logger.LogDebug("Request from Remote IP address: {RemoteIp}", remote);
        if (!Contains(remote!.GetAddressBytes()))
        {
            logger.LogWarning("Forbidden Request from Remote IP address: {RemoteIp}", remote);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    private bool Contains(byte[] remote)
    {
        foreach (var address in _addresses)
        {
            if (address.SequenceEqual(remote))
            {
                return true;
            }
        }

        return false;
    }
}
