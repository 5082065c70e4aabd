// Opt-outs whose reasons say nothing, in each of the places where one can be written.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

const string Later = "TODO";

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/empty", () => 0).AllowAnyAddress(""); //!! PSDK6002 ""
app.MapGet("/blank", () => 0).AllowAnyAddress("   "); //!! PSDK6002 "   "
app.MapGet("/null", () => 0).AllowAnyAddress(null!); //!! PSDK6002 null!
app.MapGet("/constant", () => 0).AllowAnyAddress(Later); //!! PSDK6002 Later
app.MapGet("/named", () => 0).AllowAnyAddress(reason: "TODO ask security"); //!! PSDK6002 "TODO ask security"
app.MapGet("/field", () => 0).AllowAnyAddress(string.Empty); //!! PSDK6002 string.Empty
app.MapGet("/metadata", () => 0).WithMetadata(new AllowAnyAddressAttribute("TODO: reason")); //!! PSDK6002 "TODO: reason"
app.MapGet("/good", () => 0).AllowAnyAddress("a list of what is left to do, for everybody");
app.MapControllers();
app.MapHub<NewsHub>("/news");
app.Run();

[AllowAnyAddress(" ")] //!! PSDK6002 " "
public class NewsHub : Hub;

[Route("todo")]
public class TodoController : ControllerBase
{
    [HttpGet, AllowAnyAddress("shows the public project")]
    public string[] List() => [];
}
