using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Tests.Sources;

public sealed class ClientAddressEndpointTests
{
    [Fact]
    public async Task The_address_that_a_server_sees_is_added()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        // What MapClientAddress answers; the assembly of the command has the name of the runtime's, and can't stand beside it.
        app.MapGet("/me/address", static (HttpContext context) => new { address = context.Connection.RemoteIpAddress?.ToString() });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        var output = await command.SucceedAsync("add-my-ip", "--from", $"{app.Urls.Single()}/me/address", "--note", "Me");

        Assert.StartsWith("Your address is 127.0.0.1.\n", output, StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.1\n  - {ip: 127.0.0.1, note: Me}\n", command.Read("api.policy.yaml"));
    }

    [Theory]
    [InlineData("203.0.113.7\n", "203.0.113.7")]
    [InlineData("{\"Address\": \"2001:db8::7\"}", "2001:db8::7")]
    [InlineData("{\"address\": \"0.0.0.0/0\"}", null)]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("203.0.113.7/32", null)]
    [InlineData("<html>203.0.113.7</html>", null)]
    [InlineData("{\"address\": 7}", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public void Only_one_address_is_taken_for_an_answer(string answer, string? address) => Assert.Equal(address, ClientAddressEndpoint.Read(answer));
}
