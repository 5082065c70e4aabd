// The middleware is there, but behind the rate limiter, so that addresses which are refused anyway use up its budget.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.RejectionStatusCode = 429);
builder.Services.AddOutputCache();
builder.Services.AddIpPolicies();
var app = builder.Build();

app.UseRouting();
app.UseRateLimiter();
app.UseOutputCache();
app.UseIpPolicies(); //!! PSDK6007 UseIpPolicies

app.MapGet("/data", () => "data").RequireIpPolicy<IpPolicies.PartnerApi>();
app.Run();
