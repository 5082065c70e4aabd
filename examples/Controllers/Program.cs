using Controllers.Portfolios;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddControllers();
builder.Services.AddRazorPages();
builder.Services.AddHealthChecks();
builder.Services.AddSingleton<PortfolioBook>();

var app = builder.Build();
app.UseIpPolicies();

// The outer wall of each kind of endpoint. Attributes are nearer: a policy there narrows this one, a reason to be open replaces it.
app.MapControllers().RequireIpPolicy<IpPolicies.Acquaintances>();
app.MapRazorPages().RequireIpPolicy<IpPolicies.Staff>();
app.MapFallbackToPage("/Missing").RequireIpPolicy<IpPolicies.Staff>();
app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer, whose addresses change");

// A group, as before it is published an application has one endpoint more here: for files that were added since the build.
app.MapGroup("").AllowAnyAddress("the style of the open pages; nothing here is secret").MapStaticAssets();

app.Run();
