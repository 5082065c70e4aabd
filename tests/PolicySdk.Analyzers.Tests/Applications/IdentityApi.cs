// The identity API endpoints in a group, and once more on their own.
using Microsoft.AspNetCore.Identity;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityApiEndpoints<IdentityUser>();
builder.Services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireRole("Admin"));
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.UseAuthorization();

app.MapGroup("/account").AllowAnyAddress("customers sign in from anywhere").MapIdentityApi<IdentityUser>();
app.MapGroup("/staff")
    .WithTags("Staff")
    .MapIdentityApi<Clerk>()
    .RequireIpPolicy<IpPolicies.Office>();

app.MapPost("/logout", async (SignInManager<IdentityUser> signIn) =>
{
    await signIn.SignOutAsync().ConfigureAwait(false);
    return Results.SignOut();
}).AllowAnyAddress("customers sign out from anywhere").RequireAuthorization();

app.Run();

sealed class Clerk : IdentityUser;
