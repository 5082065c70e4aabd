// Controllers and hubs mapped inside of a route group, which covers them.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.AddRazorPages();
builder.Services.AddHealthChecks();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var inside = app.MapGroup("/internal").RequireIpPolicy<IpPolicies.Office>();
inside.MapControllers();
inside.MapHub<ChatHub>("/chat", options => options.TransportMaxBufferSize = 1024);
inside.MapRazorPages();
inside.MapHealthChecks("/health");
inside.MapFallback(() => Results.NotFound());

app.Run();

public class ChatHub : Hub
{
    public Task Say(string text) => Clients.All.SendAsync("said", text);
}

[Route("tickets")]
public class TicketsController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];
}
