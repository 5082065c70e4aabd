// Fluent extensions that sound as if they guarded something, and do not; and one that does so only in one environment.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/internal", () => "internal").InternalOnly(); //!! PSDK6001 MapGet
app.MapGet("/hosted", () => "hosted").RequireHost("localhost:9090"); //!! PSDK6001 MapGet
app.MapGet("/filtered", () => "filtered").AddEndpointFilter(async (context, next) => await next(context)); //!! PSDK6001 MapGet
app.MapGet("/production", () => "production").GuardInProduction(app.Environment); //!! PSDK6001 MapGet
app.MapGet("/guarded", () => "guarded").Guard();

app.Run();

static class ConventionExtensions
{
    // A port is no policy.
    public static TBuilder InternalOnly<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireHost("*:5001");

    public static RouteHandlerBuilder GuardInProduction(this RouteHandlerBuilder builder, IHostEnvironment environment)
    {
        if (environment.IsProduction())
        {
            return builder.RequireIpPolicy<IpPolicies.Office>();
        }

        return builder;
    }

    public static RouteHandlerBuilder Guard(this RouteHandlerBuilder builder) => builder.RequireIpPolicy<IpPolicies.Office>();
}
