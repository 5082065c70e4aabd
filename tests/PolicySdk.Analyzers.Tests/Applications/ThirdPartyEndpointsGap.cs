// Endpoints of packages as their documentation maps them: the dashboard and the metrics were never thought of as endpoints.
// uses: Observability, Hangfire, Swashbuckle
using Hangfire;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHangfire(configuration => configuration.UseInMemoryStorage());
builder.Services.AddSwaggerGen();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();

if (app.Environment.IsDevelopment())
{
    app.UseSwagger();
    app.UseSwaggerUI(options => options.SwaggerEndpoint("/swagger/v1/swagger.json", "v1"));
}

app.MapPrometheusScrapingEndpoint(); //!! PSDK6001 MapPrometheusScrapingEndpoint
app.MapHangfireDashboard(new DashboardOptions { AppPath = "/" }) //!! PSDK6001 MapHangfireDashboard
    .RequireAuthorization("jobs");
app.MapGraphQL(); //!! PSDK6001 MapGraphQL
app.MapScalarApiReference().RequireIpPolicy<IpPolicies.Office>();

app.Run();
