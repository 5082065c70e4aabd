// A local function that guards what it is given, and an endpoint that was not given to it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

MapUsers(app);

Guard(app.MapGet("/orders", () => "orders"));
app.MapPost("/orders", () => Results.Created()); //!! PSDK6001 MapPost
Describe(app.MapDelete("/orders", () => Results.NoContent())); //!! PSDK6001 MapDelete

app.Run();

static void MapUsers(IEndpointRouteBuilder routes)
{
    var users = routes.MapGroup("/users");
    MapRead();
    MapWrite(users.MapGroup("/{id}").RequireIpPolicy<IpPolicies.Admin>());

    void MapRead() => users.MapGet("/", () => "users"); //!! PSDK6001 MapGet

    static void MapWrite(RouteGroupBuilder one)
    {
        one.MapPut("/", (int id) => Results.NoContent());
        one.MapDelete("/", (int id) => Results.NoContent());
    }
}

static void Guard(RouteHandlerBuilder endpoint) => endpoint.RequireIpPolicy<IpPolicies.Office>();

static void Describe(RouteHandlerBuilder endpoint) => endpoint.WithTags("orders").WithDescription("Deletes all of them");
