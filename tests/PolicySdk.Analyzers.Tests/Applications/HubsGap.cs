// Hubs where authorization was taken for a policy, and a connection handler without anything.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseRouting();
app.UseIpPolicies();
app.UseEndpoints(endpoints =>
{
    endpoints.MapHub<NotificationHub>("/notifications"); //!! PSDK6001 MapHub
    endpoints.MapHub<GuardedHub>("/guarded");
    endpoints.MapConnectionHandler<LineHandler>("/lines"); //!! PSDK6001 MapConnectionHandler
});
app.Run();

[Authorize]
public class NotificationHub : Hub;

[RequireIpPolicy<IpPolicies.Office>]
public class GuardedHub : Hub;

public class LineHandler : ConnectionHandler
{
    public override Task OnConnectedAsync(ConnectionContext connection) => Task.CompletedTask;
}
