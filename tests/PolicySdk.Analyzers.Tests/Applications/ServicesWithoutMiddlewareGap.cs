// The services are there, the middleware is not: endpoints are guarded, but late.
var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddProblemDetails()
    .AddIpPolicies(options => options.StatusCode = 404) //!! PSDK6007 AddIpPolicies
    .AddAuthorization()
    .AddAuthentication();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapGet("/one", () => 1).RequireIpPolicy<IpPolicies.Office>();
app.Run();
