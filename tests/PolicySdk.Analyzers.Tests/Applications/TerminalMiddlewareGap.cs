// Middleware that answers by itself, in all its forms: no policy stands in front of it, wherever it is.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddDirectoryBrowser();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();
app.UseHealthChecks("/health"); //!! PSDK6006 UseHealthChecks
app.UseWelcomePage("/welcome"); //!! PSDK6006 UseWelcomePage
app.UseFileServer(enableDirectoryBrowsing: false); //!! PSDK6006 UseFileServer
app.UseDirectoryBrowser("/files"); //!! PSDK6006 UseDirectoryBrowser

app.Map("/metrics", metrics => metrics.UseMiddleware<MetricsMiddleware>()); //!! PSDK6006 Map

app.MapWhen(context => context.Request.Query.ContainsKey("debug"), branch => //!! PSDK6006 MapWhen
{
    branch.Use(async (context, next) =>
    {
        context.Response.Headers["X-Debug"] = "1";
        await next(context);
    });
});

app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseResponseBuffering());

app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();

app.Run();

sealed class MetricsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? context.Response.WriteAsync("requests 1") : next(context);
}

static class Buffering
{
    public static IApplicationBuilder UseResponseBuffering(this IApplicationBuilder app) => app.Use(next => context => next(context));
}
