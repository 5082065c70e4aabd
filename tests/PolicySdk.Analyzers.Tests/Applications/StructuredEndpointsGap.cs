// One class per endpoint with a static abstract Map; one of them is mapped on the application itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();
Map<ListInvoices>(api);
Map<GetInvoice>(api);
Map<ExportInvoices>(app);

app.Run();

static void Map<TEndpoint>(IEndpointRouteBuilder routes)
    where TEndpoint : IEndpoint => TEndpoint.Map(routes);

interface IEndpoint
{
    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder routes);
}

sealed class ListInvoices : IEndpoint
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/invoices", () => Array.Empty<int>());
}

sealed class GetInvoice : IEndpoint
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/invoices/{id}", (int id) => id);
}

sealed class ExportInvoices : IEndpoint
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/export", () => "a;b;c"); //!! PSDK6001 MapGet
}
