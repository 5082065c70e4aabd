// Helpers take the handler and derive the name from it; the policy is an attribute on the handler that is handed in.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.Get(Handlers.ListNotes);
app.Get(Handlers.GetNote, "{id:int}");

app.Run();

static class Handlers
{
    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public static string[] ListNotes() => [];

    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public static IResult GetNote(int id) => Results.Ok(id);
}

static class MappingExtensions
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder builder, Delegate handler, string pattern = "") =>
        builder.MapGet(pattern, handler).WithName(handler.Method.Name);
}
