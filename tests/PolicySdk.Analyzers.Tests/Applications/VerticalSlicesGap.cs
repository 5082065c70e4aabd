// Vertical slices whose Map methods chain conventions; one slice was copied before the policy was added to the original.
using Features;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

CreateGame.Map(app);
UpdateGame.Map(app);
app.MapGamePictures();

app.Run();

//// file: Features/Games.cs
namespace Features;

internal static class CreateGame
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/games", (string name) => Results.Created())
        .WithTags("Games")
        .RequireIpPolicy<IpPolicies.Office>();
}

internal static class UpdateGame
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/games/{id}", (int id) => Results.NoContent()) //!! PSDK6001 MapPut
        .WithTags("Games");
}

internal static class GamePictures
{
    public static RouteGroupBuilder MapGamePictures(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder pictures = app.MapGroup("/games/{id}/pictures").WithTags("Games");

        pictures.MapGet("/", (int id) => Array.Empty<string>()) //!! PSDK6001 MapGet
            .WithName("Pictures");
        pictures.MapPost("/", (int id, IFormFile file) => Results.Created())
            .DisableAntiforgery()
            .RequireIpPolicy<IpPolicies.Office>();

        return pictures;
    }
}
