// The fallback policy is assigned, in a method that the options are given to.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(ConfigurePolicies);
builder.Services.AddRazorPages();
var app = builder.Build();
app.UseIpPolicies();
app.MapRazorPages();
app.MapStaticAssets();
app.MapGet("/", () => "home");
app.Run();

static void ConfigurePolicies(IpPolicyOptions options)
{
    options.FallbackPolicy = IpPolicy.Of<IpPolicies.Office>();
    options.OnRejected = context => ValueTask.CompletedTask;
}
