// An Aspire service whose shared defaults are compiled in (linked file), with policies put on what they map.
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();
app.MapDefaultEndpoints();

var summaries = new[] { "Freezing", "Mild", "Hot" };

app.MapGet("/weatherforecast", () => Enumerable.Range(1, 5).Select(index => new WeatherForecast(DateOnly.FromDayNumber(index), summaries[index % 3])))
    .WithName("GetWeatherForecast")
    .RequireIpPolicy<IpPolicies.PartnerApi>();

app.Run();

record WeatherForecast(DateOnly Date, string? Summary);

//// file: ../ServiceDefaults/Extensions.cs
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

public static class Extensions
{
    private const string HealthEndpointPath = "/health";
    private const string AlivenessEndpointPath = "/alive";

    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
        return builder;
    }

    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        // Health checks of other environments than Development are for the platform only.
        if (app.Environment.IsDevelopment())
        {
            app.MapHealthChecks(HealthEndpointPath).AllowAnyAddress("only in development");

            app.MapHealthChecks(AlivenessEndpointPath, new HealthCheckOptions
            {
                Predicate = r => r.Tags.Contains("live")
            }).AllowAnyAddress("only in development");
        }

        return app;
    }
}
