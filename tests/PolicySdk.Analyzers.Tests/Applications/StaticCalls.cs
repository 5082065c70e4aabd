// The same calls in unusual clothes: as static methods, with named arguments, through casts and aliases.
using Conventions = Microsoft.AspNetCore.Builder.IpPolicyEndpointConventionBuilderExtensions;
using Endpoint = Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions;
using Partner = IpPolicies.PartnerApi;

var builder = WebApplication.CreateBuilder(args);
IpPolicyServiceCollectionExtensions.AddIpPolicies(builder.Services);
var app = builder.Build();
IpPolicyApplicationBuilderExtensions.UseIpPolicies(app);

IpPolicyEndpointConventionBuilderExtensions.RequireIpPolicy<IpPolicies.Office>(EndpointRouteBuilderExtensions.MapGet(app, "/static", () => "static"));
Conventions.RequireIpPolicy<Partner>(Endpoint.MapPost(app, "/alias", () => "alias"));
Conventions.AllowAnyAddress(reason: "named arguments in another order", builder: Endpoint.MapGet(handler: () => "named", pattern: "/named", endpoints: app));

((IEndpointRouteBuilder)app).MapGroup("/cast").RequireIpPolicy<Partner>().MapGet("/", () => "cast");
(app as IEndpointRouteBuilder)?.MapGet("/as", () => "as").RequireIpPolicy<Partner>();
app.MapGet("/parenthesized", (() => "parenthesized")).RequireIpPolicy<Partner>().WithName("a").WithSummary("b");
(app.MapGet("/outer", () => "outer")).RequireIpPolicy<Partner>();
_ = app.MapGet("/discard", () => "discard").RequireIpPolicy<Partner>();

if (app is IEndpointRouteBuilder routes and IApplicationBuilder)
{
    routes.MapGet("/pattern", () => "pattern").RequireIpPolicy<global::IpPolicies.Office>();
}

IEndpointConventionBuilder? maybe = app.MapGet("/maybe", () => "maybe");
maybe?.RequireIpPolicy<Partner>();

RouteGroupBuilder? late = null;
late ??= app.MapGroup("/late").RequireIpPolicy<Partner>();
late.MapGet("/", () => "late");

app.Run();
