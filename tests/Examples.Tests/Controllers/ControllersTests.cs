using System.Net;

namespace Examples.Tests.Controllers;

/// <summary>Who gets in where, for each way to say it: in MVC by attributes and conventions.</summary>
public sealed class ControllersTests(ControllersServer server) : IClassFixture<ControllersServer>
{
    private const string Staff = "127.0.0.2";
    private const string Operator = "127.0.0.3";
    private const string Supplier = "127.0.0.4";
    private const string Stranger = "127.0.0.9";

    private static readonly string[] Everybody = [Staff, Operator, Supplier, Stranger];

    [Theory]
    [InlineData("GET /api/catalog", HttpStatusCode.OK, Staff, Operator, Supplier)] // the convention of MapControllers()
    [InlineData("GET /api/portfolios", HttpStatusCode.OK, Staff, Operator)] // an attribute of the base class
    [InlineData("POST /api/portfolios/core/freeze", HttpStatusCode.OK, Operator)] // an attribute of the action as well
    [InlineData("POST /api/deliveries", HttpStatusCode.Accepted, Supplier)] // an attribute of the controller
    [InlineData("GET /api/deliveries/formats", HttpStatusCode.OK, Staff, Operator, Supplier, Stranger)] // opened again on the action
    [InlineData("GET /", HttpStatusCode.OK, Staff, Operator)] // the convention of MapRazorPages()
    [InlineData("GET /Index", HttpStatusCode.OK, Staff, Operator)] // its other route
    [InlineData("GET /Operations/Lists", HttpStatusCode.OK, Operator)] // an attribute of the page model
    [InlineData("GET /Status", HttpStatusCode.OK, Staff, Operator, Supplier, Stranger)] // an @attribute of a page without a model
    [InlineData("GET /no/such/page", HttpStatusCode.NotFound, Staff, Operator)] // the fallback
    [InlineData("GET /site.css", HttpStatusCode.OK, Staff, Operator, Supplier, Stranger)]
    [InlineData("GET /healthz", HttpStatusCode.OK, Staff, Operator, Supplier, Stranger)]
    public async Task Only_those_get_in_whom_the_policies_name(string request, HttpStatusCode answer, params string[] allowed)
    {
        var json = request.EndsWith("deliveries", StringComparison.Ordinal) ? """{"supplier": "Northern Exchange", "file": "prices.csv"}""" : null;

        foreach (var caller in Everybody)
        {
            var expected = allowed.Contains(caller) ? answer : HttpStatusCode.Unauthorized;
            Assert.Equal((caller, expected), (caller, await server.StatusAsync(request, caller, json)));
        }
    }

    [Theory]
    [InlineData("GET /", "<li>growth, Birch</li>")]
    [InlineData("GET /Operations/Lists", "<code>192.0.2.16/29</code> Uplink (policies/company.networks.yaml:")]
    [InlineData("GET /no/such/page", "<h1>Not found</h1>")]
    public async Task Pages_show_their_content(string request, string content)
    {
        using var response = await server.SendAsync(request, Operator);

        Assert.Contains(content, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_page_shows_nothing_of_itself()
    {
        using var response = await server.SendAsync("GET /Operations/Lists", Staff);

        Assert.DoesNotMatch("Who may call|192\\.0\\.2", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Every_endpoint_has_a_policy_or_a_reason_to_be_open()
    {
        Assert.NotEmpty(server.Endpoints);
        Assert.Empty(server.UncoveredEndpoints);
    }

    [Fact]
    public async Task In_production_loopback_is_nobody()
    {
        await using var production = new ControllersServer("Production");

        Assert.Equal(HttpStatusCode.Unauthorized, await production.StatusAsync("GET /", Staff));
        Assert.Equal(HttpStatusCode.Unauthorized, await production.StatusAsync("GET /api/catalog", Supplier));
        Assert.Equal(HttpStatusCode.OK, await production.StatusAsync("GET /healthz", Stranger));
    }
}
