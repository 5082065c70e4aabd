// An Aspire service whose shared defaults are another project: its health checks are mapped where this compilation cannot look.
// uses: ServiceDefaults, OpenApi
var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddOpenApi();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();

app.MapDefaultEndpoints(); //!! PSDK6004 MapDefaultEndpoints

if (app.Environment.IsDevelopment())
{
    app.MapOpenApi(); //!! PSDK6001 MapOpenApi
}

app.MapGet("/api/products", () => Array.Empty<string>()).RequireIpPolicy<IpPolicies.PartnerApi>();

app.Run();
