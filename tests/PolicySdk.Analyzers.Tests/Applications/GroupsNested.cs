// Groups in groups, in variables and in chains; the policy is on an outer one. As in most minimal APIs beyond a page.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(options => options.ClientId = context => context.User.FindFirst("client_id")?.Value);

var app = builder.Build();
app.UseIpPolicies();

var api = app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();
var v1 = api.MapGroup("/v1").WithTags("v1");
RouteGroupBuilder orders = v1.MapGroup("/orders");

orders.MapGet("/", () => Array.Empty<string>());
orders.MapGet("/{id:guid}", (Guid id) => id);
orders.MapPost("/", () => Results.Created());

// One line, two groups, no variable.
v1.MapGroup("/customers").MapGroup("/{customer}").MapGet("/", (string customer) => customer);

var admin = api.MapGroup("/admin");
admin.RequireIpPolicy<IpPolicies.Admin>();
admin.MapPost("/rebuild", () => Results.Accepted());

// Opted out, inside of a group that has a policy.
var open = v1.MapGroup("/open").AllowAnyAddress("documentation that is on our web site as well");
open.MapGet("/terms", () => "terms");
open.MapGet("/status", () => "fine");

IEndpointRouteBuilder sameAsApi = api;
sameAsApi.MapGet("/ping", () => "pong");

app.Run();
