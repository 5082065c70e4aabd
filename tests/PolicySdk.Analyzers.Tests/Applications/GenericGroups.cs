// Groups as types with static members: a generic helper makes the route group and lets the type map its endpoints; endpoints that are records.
using Groups;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGroup<NoteGroup>().RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGroup<PageGroup>().AllowAnyAddress("public pages");
app.MapEndpoint(new Redirect("/old", "/new")).MapEndpoint(new Redirect("/older", "/new"));

app.Run();

//// file: Groups.cs
namespace Groups;

public interface IEndpointGroup
{
    static virtual string? RoutePrefix => null;

    static abstract void Map(RouteGroupBuilder groupBuilder);
}

public interface IEndpoint
{
    IEndpointConventionBuilder Map(IEndpointRouteBuilder routes);
}

public sealed class NoteGroup : IEndpointGroup
{
    public static string? RoutePrefix => "/notes";

    public static void Map(RouteGroupBuilder groupBuilder)
    {
        groupBuilder.MapGet("/", () => "notes");
        groupBuilder.MapPost("/", (string text) => Results.Created());
    }
}

public sealed class PageGroup : IEndpointGroup
{
    public static void Map(RouteGroupBuilder groupBuilder) => groupBuilder.MapGet("/{page}", (string page) => page);
}

public sealed record Redirect(string From, string To) : IEndpoint
{
    public IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(From, () => Results.Redirect(To)).AllowAnyAddress("a redirect to a public page");
}

public static class GroupExtensions
{
    public static RouteGroupBuilder MapGroup<TGroup>(this IEndpointRouteBuilder routes)
        where TGroup : IEndpointGroup
    {
        var group = routes.MapGroup(TGroup.RoutePrefix ?? $"/{typeof(TGroup).Name}").WithTags(typeof(TGroup).Name);
        TGroup.Map(group);
        return group;
    }

    public static WebApplication MapEndpoint(this WebApplication app, IEndpoint endpoint)
    {
        endpoint.Map(app);
        return app;
    }
}
