// The policy is put on the group after its endpoints were mapped: group conventions reach all of them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = app.MapGroup("/api");

api.MapGet("/books", () => new[] { "one", "two" });
api.MapGet("/books/{id}", (int id) => id);

var reviews = api.MapGroup("/books/{id}/reviews");
reviews.MapGet("", (int id) => id);
reviews.MapPost("", (int id, string text) => Results.Created());

api.WithTags("Books")
    .RequireIpPolicy<IpPolicies.PartnerApi>();

var internals = app.MapGroup("/internal");
{
    var queue = internals.MapGet("/queue", () => 0);
    var drain = internals.MapPost("/drain", () => Results.Accepted());

    drain.RequireIpPolicy<IpPolicies.Admin>();
    queue.WithName("Queue").RequireIpPolicy<IpPolicies.Office>();
}

app.Run();
