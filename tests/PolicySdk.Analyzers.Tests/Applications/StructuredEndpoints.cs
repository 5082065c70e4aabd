// One class per endpoint with a static abstract Map, put into groups by type, as in "structured minimal API" projects.
using Chirper.Api;
using Chirper.Api.Authentication;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseIpPolicies();
app.UseAuthorization();
app.MapEndpoints();
app.Run();

//// file: Common/IEndpoint.cs
namespace Chirper.Api;

public interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder app);
}

//// file: Endpoints.cs
using Chirper.Api.Authentication;
using Chirper.Api.Posts;

namespace Chirper.Api;

public static class Endpoints
{
    public static void MapEndpoints(this WebApplication app)
    {
        var endpoints = app.MapGroup("")
            .WithOpenApiTags();

        endpoints.MapAuthenticationEndpoints();
        endpoints.MapPostEndpoints();

        // Opts out itself, so it needs no group.
        app.MapEndpoint<Health>();
    }

    private static void MapAuthenticationEndpoints(this IEndpointRouteBuilder app)
    {
        var endpoints = app.MapGroup("/auth").WithTags("Authentication");

        endpoints.MapPublicGroup()
            .MapEndpoint<Signup>()
            .MapEndpoint<Login>();
    }

    private static void MapPostEndpoints(this IEndpointRouteBuilder app)
    {
        var endpoints = app.MapGroup("/posts").WithTags("Posts");

        endpoints.MapPartnerGroup("/feed")
            .MapEndpoint<GetPosts>()
            .MapEndpoint<GetPostById>();

        endpoints.MapPartnerGroup()
            .MapEndpoint<CreatePost>();
    }

    private static RouteGroupBuilder MapPublicGroup(this IEndpointRouteBuilder app, string? prefix = null) =>
        app.MapGroup(prefix ?? string.Empty).AllowAnyAddress("people sign in from anywhere");

    private static RouteGroupBuilder MapPartnerGroup(this IEndpointRouteBuilder app, string? prefix = null)
    {
        return app.MapGroup(prefix ?? string.Empty)
            .RequireIpPolicy<IpPolicies.PartnerApi>()
            .RequireAuthorization();
    }

    private static IEndpointRouteBuilder MapEndpoint<TEndpoint>(this IEndpointRouteBuilder app)
        where TEndpoint : IEndpoint
    {
        TEndpoint.Map(app);
        return app;
    }

    private static TBuilder WithOpenApiTags<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithGroupName("public");
}

//// file: Authentication/Signup.cs
namespace Chirper.Api.Authentication;

public class Signup : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/signup", Handle)
        .WithSummary("Creates a user");

    public record Request(string Name, string Password);

    private static IResult Handle(Request request) => Results.Ok(request.Name);
}

public class Login : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/login", Handle).WithSummary("Signs a user in");

    private static IResult Handle() => Results.Ok();
}

public class Health : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/health", () => "ok").AllowAnyAddress("probed by the platform");
}

//// file: Posts/Posts.cs
namespace Chirper.Api.Posts;

public class GetPosts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", () => Array.Empty<string>());
}

public class GetPostById : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{id}", (int id) => id);
}

public class CreatePost : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/", (string text) => Results.Created());
}
