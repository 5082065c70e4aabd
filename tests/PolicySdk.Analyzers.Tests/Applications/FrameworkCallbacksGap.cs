// A content system's modules and callbacks: whether the framework's builder has a policy cannot be seen.
// uses: Cms
using Cms.Modules;
using Cms.Web;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCms();
builder.Services.AddIpPolicies();
builder.Services.Configure<CmsEndpointRouterOptions>(options =>
{
    options.EndpointConfigureActions.Add(context => context.EndpointRouteBuilder.MapHub<EditorHub>("/editor")); //!! PSDK6004 MapHub
});

var app = builder.Build();
app.UseIpPolicies();
app.UseCms();
app.WithEndpoints(cms =>
{
    cms.EndpointRouteBuilder.MapGet("/one", () => 1); //!! PSDK6004 MapGet
});
app.Run();

public class EditorHub : Hub;

//// file: Modules/Forms/Startup.cs
using Cms.Modules;

namespace Cms.Forms;

public sealed class Startup : ModuleStartup
{
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        routes.MapPost("/forms", () => Results.Ok()); //!! PSDK6004 MapPost
        routes.AddSubmitEndpoint();
    }
}

internal static class SubmitEndpoint
{
    public static IEndpointRouteBuilder AddSubmitEndpoint(this IEndpointRouteBuilder builder)
    {
        builder.MapPost("api/submit/{id}", (string id) => id); //!! PSDK6004 MapPost
        return builder;
    }
}
