using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

public sealed class ClientAddressEndpointTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:DB8:0::7", "2001:db8::7")]
    [InlineData("fe80::1%3", "fe80::1")]
    public async Task Callers_are_told_the_address_that_policies_see(string address, string told)
    {
        await using var app = await StartAsync(IPAddress.Parse(address));
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync("/me/address");

        Assert.Equal((HttpStatusCode.OK, "application/json", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.Equal($"{{\"address\":\"{told}\"}}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_connection_without_an_address_has_none_to_tell()
    {
        await using var app = await StartAsync(null);
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync("/me/address");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<WebApplication> StartAsync(IPAddress? address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddIpPolicies();
        var app = builder.Build();
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Connection.RemoteIpAddress = address;
            return next(context);
        });
        app.UseIpPolicies();
        app.MapClientAddress();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
