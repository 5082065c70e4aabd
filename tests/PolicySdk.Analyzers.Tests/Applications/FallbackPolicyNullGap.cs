// A fallback policy that is null: no fallback at all.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(options =>
{
    options.AllowRequestsFromTrustedProxies = false;
    options.FallbackPolicy = null;
});
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/", () => "home"); //!! PSDK6001 MapGet
app.Run();
