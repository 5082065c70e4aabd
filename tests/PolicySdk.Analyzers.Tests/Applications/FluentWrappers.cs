// Generic fluent extensions of the application itself put the policy on, alone or with other conventions; chains are broken by comments.
using Wrapped;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/staff", () => "staff").InternalOnly().WithName("Staff");

app.MapPost("/import", () => Results.Accepted())
    // Big files.
    .WithMetadata("large")
    /* .RequireRateLimiting("import") */
    .WithSummary("Imports")
    // Who may call it:
    .InternalOnly();

app.MapGroup("/partner")
    .ForPartners("partner api") // a group
    .MapGet("/", () => "partner");

app.MapHealthChecks("/healthz").Public("probed by the load balancer");

var endpoint = app.MapGet("/later", () => "later");
endpoint.Document("Later", "Maps now, documents later").InternalOnly();

app.Run();

//// file: ConventionExtensions.cs
namespace Wrapped;

public static class ConventionExtensions
{
    public static TBuilder InternalOnly<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequireIpPolicyAttribute<IpPolicies.Office>());

    public static RouteGroupBuilder ForPartners(this RouteGroupBuilder group, string tag)
    {
        return group
            .WithTags(tag)
            .RequireIpPolicy<IpPolicies.PartnerApi>()
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    public static TBuilder Public<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AllowAnyAddress(reason);
        return builder;
    }

    public static RouteHandlerBuilder Document(this RouteHandlerBuilder builder, string name, string summary) =>
        builder.WithName(name).WithSummary(summary);
}
