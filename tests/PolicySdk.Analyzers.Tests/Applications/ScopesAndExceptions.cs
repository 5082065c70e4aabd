// Start-up with migrations in a scope, mapping in try and using, logging around all of it, as in generated solutions.
using System.Diagnostics;

var logger = LoggerFactory.Create(logging => logging.AddConsole()).CreateLogger("Startup");
using var activity = new Activity("startup").Start();

try
{
    logger.LogInformation("Starting");

    var builder = WebApplication.CreateBuilder(args);
    builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
    builder.Services.AddAuthorization();
    builder.Services.AddIpPolicies();
    builder.Services.AddScoped<Seeder>();

    await using var app = builder.Build();

    app.UseIpPolicies();
    app.UseAuthorization();

    using (var scope = app.Services.CreateScope())
    {
        await scope.ServiceProvider.GetRequiredService<Seeder>().SeedAsync();
        var api = app.MapGroup("/api");
        try
        {
            api.MapGet("/data", () => "data");
            api.MapPut("/data", () => Results.NoContent());
        }
        finally
        {
            api.RequireIpPolicy<IpPolicies.PartnerApi>();
        }
    }

#if DEBUG
    app.MapGet("/debug", () => "debug");
#endif

    lock (logger)
    {
        app.MapGet("/locked", () => "locked").RequireIpPolicy<IpPolicies.Office>();
    }

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is not OperationCanceledException)
{
    logger.LogCritical(exception, "Stopped");
    return 1;
}
finally
{
    await Console.Out.FlushAsync();
}

sealed class Seeder
{
    public Task SeedAsync() => Task.CompletedTask;
}
