// A Blazor Web App to which policies came late: the components and the assets have none, and the identity endpoints depend on the caller's memory.
using Site.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseStaticFiles(); //!! PSDK6006 UseStaticFiles
app.UseIpPolicies();
app.UseAntiforgery();

app.MapStaticAssets(); //!! PSDK6001 MapStaticAssets
app.MapRazorComponents<App>() //!! PSDK6001 MapRazorComponents
    .AddInteractiveServerRenderMode();

app.MapAccountEndpoints();
app.MapProfileEndpoints().RequireIpPolicy<IpPolicies.Office>();

app.Run();

//// file: Components/App.razor.cs
using Microsoft.AspNetCore.Components;

namespace Site.Components;

public partial class App : ComponentBase;

public static class EndpointExtensions
{
    public static IEndpointConventionBuilder MapAccountEndpoints(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/account");
        group.MapPost("/logout", () => TypedResults.LocalRedirect("~/")); //!! PSDK6001 MapPost
        return group;
    }

    public static IEndpointConventionBuilder MapProfileEndpoints(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/profile");
        group.MapPost("/picture", () => TypedResults.NoContent());
        group.MapDelete("/picture", () => TypedResults.NoContent());
        return group;
    }
}
