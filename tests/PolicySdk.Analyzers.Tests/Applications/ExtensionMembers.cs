// Extension blocks of C# 14 in place of extension methods, with a property that is a group.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapNotes();
app.Partners.MapGet("/offers", () => "offers");
app.Partners.MapGroup("/images").MapGet("/{id}", (int id) => id).Described("An image");
app.MapGet("/office", () => "office").OfficeOnly();

app.Run();

static class RouteExtensions
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder Partners => routes.MapGroup("/partners").RequireIpPolicy<IpPolicies.PartnerApi>();

        public void MapNotes()
        {
            var notes = routes.Partners.MapGroup("/notes");
            notes.MapGet("/", () => "notes");
            notes.MapPost("/", (string text) => Results.Created());
        }
    }

    extension<TBuilder>(TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder OfficeOnly()
        {
            builder.RequireIpPolicy<IpPolicies.Office>();
            return builder;
        }

        public TBuilder Described(string text) => builder.WithMetadata(text);
    }
}
