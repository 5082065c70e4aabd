using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>The page on clients: its key has its hash, and its table of decisions is what is decided.</summary>
public sealed class ClientsPageTests
{
    private const string Page = "clients.md";

    private const string Key = "correct-horse-battery-staple";

    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["in `allow`"] = "127.0.0.1",
        ["in the list of `acme-prod`"] = "127.0.0.2",
        ["in no list"] = "127.0.0.77",
    };

    private static readonly Dictionary<string, string?> Clients = new()
    {
        ["any, none, or unknown"] = null,
        ["`acme-prod`"] = "acme",
        ["`birch-prod`"] = "zenith",
        ["none"] = null,
        ["one that the policy does not know"] = "nobody",
        ["not asked"] = null,
    };

    public static TheoryData<string, string, string> Decisions =>
        [.. DocsPage.Rows(Page, "| address |").Select(static row => new TheoryDataRow<string, string, string>(row[0], row[1], row[2].Trim('`')))];

    [Fact]
    public async Task The_hash_of_the_page_is_that_of_its_key()
    {
        using var settings = JsonDocument.Parse(string.Concat(DocsPage.Block(Page, "json")));
        var hash = settings.RootElement.GetProperty("ApiKeys").GetProperty("acme-prod").GetString()!;
        await using var app = await TestApp.StartAsync(MapPartner, options => options.UseClientApiKeys("X-Api-Key", new Dictionary<string, string> { ["acme"] = hash }));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2", ("X-Api-Key", Key)));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2", ("X-Api-Key", Key + "r")));
        Assert.Contains(DocsPage.Lines(Page), static line => line.Contains($"`{Key}`", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task A_row_is_what_is_decided(string address, string client, string result)
    {
        await using var app = await TestApp.StartAsync(MapPartner, options => options.ClientId = _ => Clients[client]);

        await app.StatusAsync("/", Addresses[address]);

        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public void The_table_has_rows() => Assert.Equal(6, Decisions.Count);

    private static void MapPartner(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>();
}
