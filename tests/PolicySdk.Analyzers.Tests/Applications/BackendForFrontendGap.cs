// A package that maps its login endpoints on the builder it gets and returns nothing to put a policy on, and others that do return something.
// uses: Bff
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddBff();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.UseBff();
app.MapBffManagementEndpoints(); //!! PSDK6004 MapBffManagementEndpoints
app.MapGroup("/remote").RequireIpPolicy<IpPolicies.Office>().MapBffManagementEndpoints();
app.MapRemoteBffApiEndpoint("/api", "http://10.0.0.7").RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapRemoteBffApiEndpoint("/users", "http://10.0.0.8"); //!! PSDK6001 MapRemoteBffApiEndpoint
app.Run();
