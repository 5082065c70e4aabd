// Authorization, CORS, hosts and rate limits on everything, which is no policy for addresses.
using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorizationBuilder()
    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
builder.Services.AddAuthentication();
builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://example.com")));
builder.Services.AddRateLimiter(_ => { });
builder.Services.AddIpPolicies(options => options.ClientId = context => context.User.Identity?.Name);

var app = builder.Build();
app.UseIpPolicies();
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();

var api = app.MapGroup("/api").RequireAuthorization().RequireCors().RequireRateLimiting("api");
api.MapGet("/orders", [Authorize(Roles = "Clerk")] () => "orders"); //!! PSDK6001 MapGet
api.MapPost("/orders", [AllowAnonymous] () => Results.Created()); //!! PSDK6001 MapPost
api.MapDelete("/orders", () => Results.NoContent()).RequireAuthorization("admin").RequireIpPolicy<IpPolicies.Admin>();

app.Run();
