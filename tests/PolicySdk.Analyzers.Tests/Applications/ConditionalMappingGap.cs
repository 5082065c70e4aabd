// The policy is only there when a setting says so: without it, the endpoints have none.
// uses: OpenApi
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseIpPolicies();

if (app.Environment.IsDevelopment())
{
    app.MapOpenApi(); //!! PSDK6001 MapOpenApi
}

var restricted = app.Configuration.GetValue("Restricted", defaultValue: true);

var api = app.MapGroup("/api");
api.MapGet("/data", () => "data"); //!! PSDK6001 MapGet
if (restricted)
{
    api.RequireIpPolicy<IpPolicies.PartnerApi>();
}

var export = app.MapGet("/export", () => "a;b"); //!! PSDK6001 MapGet
switch (app.Environment.EnvironmentName)
{
    case "Production":
        export.RequireIpPolicy<IpPolicies.PartnerApi>();
        break;
    case "Staging":
        export.RequireIpPolicy<IpPolicies.Office>();
        break;
}

var upload = app.MapPost("/upload", () => Results.Accepted());
if (restricted)
{
    upload.RequireIpPolicy<IpPolicies.Office>();
}
else
{
    upload.AllowAnyAddress("open in the trial installation");
}

app.Run();
