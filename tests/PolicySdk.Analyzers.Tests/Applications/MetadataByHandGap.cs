// Metadata of other kinds, and an opt-out without a reason.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/other", () => 1).WithMetadata(new EndpointNameMetadata("other"), "RequireIpPolicy"); //!! PSDK6001 MapGet
app.MapGet("/type", () => 2).WithMetadata(typeof(RequireIpPolicyAttribute<IpPolicies.Office>)); //!! PSDK6001 MapGet
app.MapGet("/reason", () => 3).WithMetadata(new AllowAnyAddressAttribute(reason: "")); //!! PSDK6002 ""
app.Run();
