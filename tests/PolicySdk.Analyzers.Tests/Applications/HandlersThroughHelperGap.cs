// Helpers take the handler and map it on what they are given; one of the groups has no policy, so the call inside of the helper is named.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var notes = app.MapGroup("/notes").RequireIpPolicy<IpPolicies.PartnerApi>();
notes.Get(Handlers.List);
notes.Post(Handlers.Create);

var drafts = app.MapGroup("/drafts");
drafts.Get(Handlers.List);

app.Run();

static class Handlers
{
    public static string[] List() => [];

    public static IResult Create(string text) => Results.Created();
}

static class MappingExtensions
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder builder, Delegate handler, string pattern = "") =>
        builder.MapGet(pattern, handler).WithName(handler.Method.Name); //!! PSDK6001 MapGet

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder builder, Delegate handler, string pattern = "") =>
        builder.MapPost(pattern, handler).WithName(handler.Method.Name);
}
