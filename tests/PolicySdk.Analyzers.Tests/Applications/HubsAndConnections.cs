// SignalR hubs, strongly typed and with a base class, a connection handler and a web socket endpoint.
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR(options => options.EnableDetailedErrors = true);
builder.Services.AddConnections();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.UseWebSockets();

app.MapHub<PriceHub>("/hubs/prices");
app.MapHub<AdminHub>("/hubs/admin").RequireAuthorization();
app.MapHub<ChatHub>("/hubs/chat").RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapConnectionHandler<EchoHandler>("/echo");
app.MapConnections("/raw", connection => connection.Run(_ => Task.CompletedTask)).RequireIpPolicy<IpPolicies.Office>();

app.Map("/ws", async (HttpContext context) =>
{
    if (!context.WebSockets.IsWebSocketRequest)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }

    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", context.RequestAborted);
}).RequireIpPolicy<IpPolicies.PartnerApi>();

app.Run();

public interface IPriceClient
{
    Task Tick(string symbol, decimal price);
}

[RequireIpPolicy<IpPolicies.PartnerApi>]
public class PriceHub : Hub<IPriceClient>
{
    public Task Publish(string symbol, decimal price) => Clients.All.Tick(symbol, price);
}

[RequireIpPolicy<IpPolicies.Admin>]
public abstract class GuardedHub : Hub;

public class AdminHub : GuardedHub
{
    public override Task OnConnectedAsync() => Clients.Caller.SendAsync("hello");
}

public class ChatHub : Hub;

[RequireIpPolicy<IpPolicies.Office>]
public class EchoHandler : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var result = await connection.Transport.Input.ReadAsync();
        connection.Transport.Input.AdvanceTo(result.Buffer.End);
    }
}
