using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddOpenTelemetry()
    .ConfigureResource(static resource => resource.AddService("prices"))
    .WithMetrics(static metrics => metrics.AddMeter("PolicySdk"))                // counts by policy and result
    .WithTracing(static tracing => tracing.AddAspNetCoreInstrumentation())       // the tags are on the request's own span
    .WithLogging()                                                               // events with their properties
    .UseOtlpExporter();                                                          // where to: OTEL_EXPORTER_OTLP_ENDPOINT

var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/prices/{symbol}", static (string symbol) => new { Symbol = symbol, Amount = 41.70m }).RequireIpPolicy<IpPolicies.Subscribers>();
app.MapGet("/healthz", static () => "ok").AllowAnyAddress("probed by the platform that runs the container");

app.Run();
