// Carter modules as its samples show them: nobody in the compilation calls AddRoutes, and MapCarter returns no convention builder.
// uses: Carter
using Carter;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddCarter();

var app = builder.Build();
app.UseIpPolicies();
app.MapCarter(); //!! PSDK6004 MapCarter
app.Run();

public class ActorsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/actors", () => Array.Empty<string>()); //!! PSDK6004 MapGet
        app.MapGet("/actors/{id:int}", (int id) => Results.Ok(id)) //!! PSDK6004 MapGet
            .Produces<int>();
        app.MapDelete("/actors/{id:int}", (int id) => Results.NoContent())
            .RequireIpPolicy<IpPolicies.Admin>();

        var group = app.MapGroup("/directors").WithTags("Directors");
        group.MapGet("/", () => Array.Empty<string>()); //!! PSDK6004 MapGet
    }
}
