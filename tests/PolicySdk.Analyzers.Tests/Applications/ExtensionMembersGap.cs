// Extension blocks of C# 14: the property makes a group without a policy.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapNotes();
app.Open.MapGet("/offers", () => "offers"); //!! PSDK6001 MapGet

app.Run();

static class RouteExtensions
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder Open => routes.MapGroup("/open");

        public void MapNotes()
        {
            routes.MapGet("/notes", () => "notes"); //!! PSDK6001 MapGet
            routes.MapPost("/notes", () => Results.Created()).RequireIpPolicy<IpPolicies.Office>();
        }
    }
}
