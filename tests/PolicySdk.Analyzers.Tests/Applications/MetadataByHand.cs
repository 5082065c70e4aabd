// Policies and opt-outs as metadata: with WithMetadata, several at once, or with a convention that adds them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/metadata", () => 1).WithMetadata(new RequireIpPolicyAttribute<IpPolicies.Office>());
app.MapGet("/several", () => 2).WithMetadata(new EndpointNameMetadata("several"), new RequireIpPolicyAttribute<IpPolicies.Admin>());
app.MapHealthChecks("/healthz").WithMetadata(new AllowAnyAddressAttribute("probed by the load balancer"));

var group = app.MapGroup("/group").WithMetadata(new RequireIpPolicyAttribute<IpPolicies.PartnerApi>(), "a group");
group.MapGet("/", () => 3);

var policy = new RequireIpPolicyAttribute<IpPolicies.Office>();
app.MapGet("/variable", () => 4).WithMetadata(policy);

app.MapGet("/convention", () => 5).Add(endpoint => endpoint.Metadata.Add(new RequireIpPolicyAttribute<IpPolicies.Office>()));

app.Run();
