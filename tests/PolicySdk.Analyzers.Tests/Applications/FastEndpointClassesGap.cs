// Endpoint classes of a package that finds them itself, mapped on the application.
// uses: FastEndpoints
using FastEndpoints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddFastEndpoints();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapFastEndpoints(); //!! PSDK6004 MapFastEndpoints
app.MapGet("/", () => "home").AllowAnyAddress("says nothing");
app.Run();

public sealed class ListUsers : EndpointWithoutRequest<string[]>
{
    public override void Configure()
    {
        Get("/users");
        AllowAnonymous();
    }
}
