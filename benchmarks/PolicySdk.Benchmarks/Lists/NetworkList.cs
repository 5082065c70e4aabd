using System.Net;

namespace PolicySdk.Benchmarks.Lists;

/// <summary>What is often written instead: a list of the framework's networks, asked one after the other.</summary>
internal sealed class NetworkList(RequestDelegate next, IEnumerable<string> addresses)
{
    private readonly List<IPNetwork> _networks = Read(addresses);

    internal static List<IPNetwork> Read(IEnumerable<string> addresses) => [.. addresses.Select(static address => new IPNetwork(IPAddress.Parse(address), 32))];

    internal Task InvokeAsync(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress!;
        if (_networks.Any(network => network.Contains(remote)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
