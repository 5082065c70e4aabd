// A version set beside a versioned group, and the list of versions for the documentation: neither of the two calls maps anything.
// uses: Versioning, OpenApi
using Asp.Versioning;
using Asp.Versioning.Builder;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddApiVersioning(options => options.DefaultApiVersion = new ApiVersion(1));

var app = builder.Build();
app.UseIpPolicies();

ApiVersionSet versions = app.NewApiVersionSet()
    .HasApiVersion(new ApiVersion(1))
    .HasApiVersion(new ApiVersion(2))
    .ReportApiVersions()
    .Build();

RouteGroupBuilder group = app
    .MapGroup("api/v{version:apiVersion}")
    .WithApiVersionSet(versions)
    .RequireIpPolicy<IpPolicies.PartnerApi>();

group.MapGet("orders", () => "one").MapToApiVersion(1.0);
group.MapGet("orders", () => "two").MapToApiVersion(2.0);
group.MapGet("status", () => "fine").IsApiVersionNeutral();

foreach (var description in app.DescribeApiVersions())
{
    app.Logger.LogInformation("{Name} is version {Version}", description.GroupName, description.ApiVersion.Major);
}

app.Run();
