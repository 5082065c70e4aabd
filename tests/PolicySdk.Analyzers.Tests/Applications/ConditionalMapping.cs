// Endpoints that depend on environment and configuration, where each way has a policy.
// uses: OpenApi
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseIpPolicies();

if (app.Environment.IsDevelopment())
{
    app.MapOpenApi().AllowAnyAddress("only on the machine of a developer");
    app.MapGet("/debug/routes", (IEnumerable<EndpointDataSource> sources) => string.Join('\n', sources.SelectMany(source => source.Endpoints)))
        .RequireIpPolicy<IpPolicies.Office>();
}

var api = app.MapGroup("/api");

if (app.Configuration.GetValue<bool>("Public"))
{
    api.AllowAnyAddress("the public instance serves published data only");
}
else
{
    api.RequireIpPolicy<IpPolicies.PartnerApi>();
}

api.MapGet("/data", () => "data");

var reports = app.Configuration["Reports"] switch
{
    "admin" => app.MapGroup("/reports").RequireIpPolicy<IpPolicies.Admin>(),
    "office" => app.MapGroup("/reports").RequireIpPolicy<IpPolicies.Office>(),
    _ => app.MapGroup("/reports").RequireIpPolicy<IpPolicies.Admin>().RequireIpPolicy<IpPolicies.Office>(),
};
reports.MapGet("/", () => "reports");

RouteHandlerBuilder upload;
if (app.Environment.IsStaging())
{
    upload = app.MapPost("/upload", () => Results.Accepted()).RequireIpPolicy<IpPolicies.Office>();
}
else
{
    upload = app.MapPut("/upload", () => Results.Accepted()).RequireIpPolicy<IpPolicies.PartnerApi>();
}

upload.WithTags("Files");

var export = app.MapGet("/export", () => "a;b");
switch (app.Environment.EnvironmentName)
{
    case "Production":
        export.RequireIpPolicy<IpPolicies.PartnerApi>();
        break;
    case "Staging":
    case "Test":
        export.RequireIpPolicy<IpPolicies.Office>();
        break;
    default:
        export.AllowAnyAddress("sample data outside of production");
        break;
}

app.Run();
