extern alias Gateway;

namespace Examples.Tests.Gateway;

/// <summary>The example of a gateway.</summary>
internal sealed class GatewayServer(Backend backend, string environment = "Development") : ExampleServer<Gateway::Program>(
    environment, ("urls", "http://127.0.0.1:0"), ("ReverseProxy:Clusters:data:Destinations:first:Address", backend.Url.ToString()))
{
    /// <summary>Calls it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="from">The address of the connection.</param>
    /// <param name="forwardedFor">What the caller says of whom it comes for.</param>
    internal async Task<HttpResponseMessage> GetAsync(string path, string from, string? forwardedFor = null)
    {
        using var client = Loopback.Client(from, Assert.Single(Urls));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await client.SendAsync(request);
    }
}
