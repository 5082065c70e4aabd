// A company's library puts conventions on endpoints: it may apply a policy, and nobody can tell from here.
// uses: CompanyDefaults
using Contoso.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/orders", () => Array.Empty<int>()).StandardEndpoint(); //!! PSDK6004 MapGet
app.MapStandardEndpoints(); //!! PSDK6004 MapStandardEndpoints
app.MapStandardGroup("/files").MapGet("/{id}", (int id) => id); //!! PSDK6004 MapGet
app.MapGet("/prices", () => 1m); //!! PSDK6001 MapGet

app.Run();
