// Endpoints of packages, each with a policy: metrics, API reference, GraphQL, Swagger, a job dashboard.
// uses: Observability, Hangfire, Swashbuckle, OpenApi
using Hangfire;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHangfire(configuration => configuration.UseInMemoryStorage());
builder.Services.AddHangfireServer();
builder.Services.AddOpenApi("v1");
builder.Services.AddSwaggerGen();
builder.Services.AddAuthorization();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();
app.UseHttpMetrics();
app.UseAuthorization();

app.MapPrometheusScrapingEndpoint().RequireIpPolicy<IpPolicies.Office>();
app.MapGraphQL().RequireIpPolicy<IpPolicies.PartnerApi>();

var docs = app.MapGroup("/docs").RequireIpPolicy<IpPolicies.Office>();
docs.MapOpenApi();
docs.MapScalarApiReference();
docs.MapSwagger();
docs.MapHangfireDashboard();
docs.MapHealthChecksUI();

RecurringJob.AddOrUpdate("cleanup", () => Console.WriteLine("clean"), "0 3 * * *");

app.Run();
