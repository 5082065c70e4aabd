using System.Net;
using System.Text;
using Controllers;

namespace Examples.Tests.Controllers;

/// <summary>The example of controllers and pages.</summary>
public sealed class ControllersServer : ExampleServer<StaffController>
{
    /// <summary>Starts it as a developer does.</summary>
    public ControllersServer()
        : this("Development")
    {
    }

    internal ControllersServer(string environment)
        : base(environment, ("urls", "http://127.0.0.1:0"))
    {
    }

    internal async Task<HttpResponseMessage> SendAsync(string request, string from, string? json = null)
    {
        var (method, path) = (request[..request.IndexOf(' ')], request[(request.IndexOf(' ') + 1)..]);
        using var client = Loopback.Client(from, Assert.Single(Urls));
        using var message = new HttpRequestMessage(HttpMethod.Parse(method), path);
        message.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await client.SendAsync(message);
    }

    internal async Task<HttpStatusCode> StatusAsync(string request, string from, string? json = null)
    {
        using var response = await SendAsync(request, from, json);
        return response.StatusCode;
    }
}
