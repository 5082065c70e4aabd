// A Blazor Web App with render modes, static assets and the identity endpoints of the template.
using Microsoft.AspNetCore.Components;
using Site.Components;
using Site.Components.Account;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRazorComponents()
    .AddInteractiveServerComponents();
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddIpPolicies();

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error", createScopeForErrors: true);
    app.UseHsts();
}

app.UseStatusCodePagesWithReExecute("/not-found");
app.UseHttpsRedirection();

app.UseIpPolicies();
app.UseAntiforgery();

app.MapStaticAssets().AllowAnyAddress("scripts and styles hold nothing secret");
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode()
    .RequireIpPolicy<IpPolicies.Office>();

app.MapAdditionalIdentityEndpoints();

app.Run();

//// file: Components/App.razor.cs
using Microsoft.AspNetCore.Components;

namespace Site.Components;

public partial class App : ComponentBase;

//// file: Components/Account/IdentityComponentsEndpointRouteBuilderExtensions.cs
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace Site.Components.Account;

internal static class IdentityComponentsEndpointRouteBuilderExtensions
{
    public static IEndpointConventionBuilder MapAdditionalIdentityEndpoints(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var accountGroup = endpoints.MapGroup("/Account");

        accountGroup.MapPost("/PerformExternalLogin", (HttpContext context, [FromForm] string provider, [FromForm] string returnUrl) =>
            TypedResults.Challenge(null, [provider]));

        accountGroup.MapPost("/Logout", (ClaimsPrincipal user, [FromForm] string returnUrl) => TypedResults.LocalRedirect($"~/{returnUrl}"));

        var manageGroup = accountGroup.MapGroup("/Manage").RequireAuthorization();

        manageGroup.MapPost("/DownloadPersonalData", (HttpContext context) =>
        {
            context.Response.Headers.TryAdd("Content-Disposition", "attachment; filename=PersonalData.json");
            return TypedResults.File([], contentType: "application/json");
        });

        accountGroup.RequireIpPolicy<IpPolicies.Office>();

        return accountGroup;
    }
}
