// A content system's modules: the framework calls Configure with the builder, so each endpoint has its own policy.
// uses: Cms
using Cms.Modules;
using Cms.Web;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCms();
builder.Services.AddIpPolicies();
builder.Services.Configure<CmsEndpointRouterOptions>(options =>
{
    options.EndpointConfigureActions.Add(context => context.EndpointRouteBuilder.MapHub<EditorHub>("/editor"));
});

var app = builder.Build();
app.UseIpPolicies();
app.UseCms();
app.WithEndpoints(cms =>
{
    cms.EndpointRouteBuilder.MapGet("/umbrella", () => "umbrella").RequireIpPolicy<IpPolicies.Office>();
});
app.Run();

[RequireIpPolicy<IpPolicies.Office>]
public class EditorHub : Hub;

//// file: Modules/Forms/Startup.cs
using Cms.Modules;

namespace Cms.Forms;

public sealed class Startup : ModuleStartup
{
    public override int Order => 10;

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        routes.MapAreaControllerRoute(
            name: "Forms",
            areaName: "Cms.Forms",
            pattern: "Forms/Index",
            defaults: new { controller = "Forms", action = "Index" }).RequireIpPolicy<IpPolicies.Office>();

        routes.MapGroup("/forms").RequireIpPolicy<IpPolicies.Office>().AddSubmitEndpoint();
    }
}

internal static class SubmitEndpoint
{
    public static IEndpointRouteBuilder AddSubmitEndpoint(this IEndpointRouteBuilder builder)
    {
        builder.MapPost("api/submit/{id}", HandleAsync);
        return builder;
    }

    private static Task<IResult> HandleAsync(string id) => Task.FromResult(Results.Ok(id));
}
