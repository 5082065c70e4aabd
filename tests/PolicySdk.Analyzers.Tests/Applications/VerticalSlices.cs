// Vertical slices: a static class per feature with request, handler and a nested Endpoint class, called one by one.
using Slices.Features.Articles;
using Slices.Features.Comments;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var v1 = app.MapGroup("api/v1").RequireIpPolicy<IpPolicies.PartnerApi>();

CreateArticle.Endpoint.Map(v1);
GetArticle.Endpoint.Map(v1);
new DeleteComment.Endpoint().AddTo(v1);
PreviewArticle.Map(app);

app.Run();

//// file: Features/Articles/CreateArticle.cs
namespace Slices.Features.Articles;

public static class CreateArticle
{
    public sealed record Command(string Title, string Text);

    internal sealed class Handler
    {
        public Task<Guid> Handle(Command command, CancellationToken cancellation) => Task.FromResult(Guid.NewGuid());
    }

    public static class Endpoint
    {
        public static void Map(IEndpointRouteBuilder routes) =>
            routes.MapPost("/articles", async (Command command, CancellationToken cancellation) =>
            {
                var id = await new Handler().Handle(command, cancellation);
                return Results.Created($"/articles/{id}", id);
            });
    }
}

//// file: Features/Articles/GetArticle.cs
namespace Slices.Features.Articles;

public static partial class GetArticle
{
    public static partial class Endpoint
    {
        public static partial void Map(RouteGroupBuilder routes);
    }
}

public static partial class GetArticle
{
    public static partial class Endpoint
    {
        public static partial void Map(RouteGroupBuilder routes)
        {
            routes.MapGet("/articles/{id:guid}", Handle);
        }

        private static IResult Handle(Guid id) => Results.Ok(id);
    }
}

//// file: Features/Articles/PreviewArticle.cs
namespace Slices.Features.Articles;

public static class PreviewArticle
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/preview/{id:guid}", Handle);

    [RequireIpPolicy<IpPolicies.Office>]
    private static IResult Handle(Guid id) => Results.Ok(id);
}

//// file: Features/Comments/DeleteComment.cs
namespace Slices.Features.Comments;

public static class DeleteComment
{
    internal sealed class Endpoint
    {
        internal IEndpointConventionBuilder AddTo(IEndpointRouteBuilder routes)
        {
            return routes.MapDelete("/comments/{id}", static (int id) => Results.NoContent());
        }
    }
}
