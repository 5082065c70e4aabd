// Addresses handled by value: equality methods, networks, null checks, and text only for people.
using System.Net;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var gateway = IPAddress.Parse("192.0.2.1");
var network = IPNetwork.Parse("198.51.100.0/24");
HashSet<IPAddress> known = [gateway, IPAddress.Loopback];

app.MapGet("/where", (HttpContext context, ILogger<Program> logger) =>
{
    var remote = context.Connection.RemoteIpAddress;
    if (remote is null || remote == null || null != context.Connection.LocalIpAddress && remote.Equals(context.Connection.LocalIpAddress))
    {
        return Results.NotFound();
    }

    if (context.Connection.LocalIpAddress?.ToString() == null)
    {
        logger.LogDebug("No local address");
    }

    logger.LogInformation("Called from {Address}", remote.ToString());
    var place = remote switch
    {
        _ when remote.Equals(gateway) => "gateway",
        _ when known.Contains(remote) => "known",
        _ when network.Contains(remote) => "network",
        { IsIPv4MappedToIPv6: true } => remote.MapToIPv4().ToString(),
        _ => remote.ToString(),
    };
    var decision = IpPolicy.Of<IpPolicies.Office>().Evaluate(remote);
    return Results.Ok(new { place, Text = remote.ToString(), decision.IsAllowed, Same = place == "known" });
}).RequireIpPolicy<IpPolicies.Office>();

app.Run();
