// A company's library adds the services and the middleware: what it does cannot be seen, so nothing is said about them.
// uses: CompanyDefaults
using Contoso.Web;

var builder = WebApplication.CreateBuilder(args).AddContosoWeb();

var app = builder.Build();
app.UseContosoWeb();

app.MapGet("/orders", () => Array.Empty<int>()).RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGroup("/admin").RequireIpPolicy<IpPolicies.Admin>().MapStandardEndpoints();
app.MapGroup("/files").RequireIpPolicy<IpPolicies.Office>().MapStandardGroup("/images").MapGet("/{id}", (int id) => id);

app.Run();
