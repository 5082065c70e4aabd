// An own fluent type around the route builder, once made from a group with a policy and once from the application.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

new Api(app.MapGroup("/shop").RequireIpPolicy<IpPolicies.PartnerApi>()).Get("/items", () => "items");
new Api(app).Get("/health", () => "fine").Delete("/cache", () => Results.NoContent());

app.Run();

public sealed class Api(IEndpointRouteBuilder routes)
{
    public Api Get(string path, Delegate handler)
    {
        routes.MapGet(path, handler); //!! PSDK6001 MapGet
        return this;
    }

    public Api Delete(string path, Delegate handler)
    {
        routes.MapDelete(path, handler).RequireIpPolicy<IpPolicies.Admin>();
        return this;
    }
}
