// The identity API endpoints as the documentation maps them.
using Microsoft.AspNetCore.Identity;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityApiEndpoints<IdentityUser>();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapIdentityApi<IdentityUser>(); //!! PSDK6001 MapIdentityApi
app.MapGroup("/api").RequireIpPolicy<IpPolicies.Office>().MapGet("/me", () => "me");
app.Run();
