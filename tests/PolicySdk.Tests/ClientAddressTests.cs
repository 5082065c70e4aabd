using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>Whose address counts behind trusted proxies.</summary>
public sealed class ClientAddressTests
{
    private const string Proxy = "127.0.0.1";

    [Theory]
    [InlineData(Proxy, "127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData(Proxy, "127.0.0.2:4711", HttpStatusCode.OK, "listed")]
    [InlineData(Proxy, "::ffff:127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData(Proxy, "127.0.0.77", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData(Proxy, "127.0.0.9", HttpStatusCode.Unauthorized, "blocked")]
    [InlineData(Proxy, "127.0.0.2, 127.0.0.77", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData(Proxy, "127.0.0.77, 127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData(Proxy, null, HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData(Proxy, "", HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData(Proxy, "unknown", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    [InlineData(Proxy, "127.0.0.2, unknown", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    [InlineData(Proxy, Proxy, HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData(Proxy, "::ffff:127.0.0.1", HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData("127.0.0.2", "127.0.0.77", HttpStatusCode.OK, "listed")]
    [InlineData("127.0.0.9", "127.0.0.2", HttpStatusCode.Unauthorized, "blocked")]
    [InlineData("127.0.0.77", "127.0.0.2", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.77", Proxy, HttpStatusCode.Unauthorized, "not_listed")]
    public async Task Only_a_trusted_proxy_names_the_client(string from, string? header, HttpStatusCode expected, string result)
    {
        await using var app = await StartAsync<TestClientAddresses.Loopback>(MapBehindForwardedHeaders);

        Assert.Equal((expected, result), await AskAsync(app, from, header));
    }

    [Theory]
    [InlineData("::ffff:127.0.0.1", Proxy, "127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData("::ffff:127.0.0.1", Proxy, null, HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.77", "127.0.0.2", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("::1", "::1", "127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData("::1", "::1", null, HttpStatusCode.Unauthorized, "trusted_proxy")]
    public async Task A_listener_for_both_families_knows_the_proxies(string listener, string from, string? header, HttpStatusCode expected, string result)
    {
        await using var app = await StartAsync<TestClientAddresses.Loopback>(MapBehindForwardedHeaders, build: TestListener.On(listener));

        Assert.Equal((expected, result), await AskAsync(app, from, header));
    }

    [Theory]
    [InlineData("fe80::1%5", "trusted_proxy")]
    [InlineData("fec0::1%5", "not_listed")]
    [InlineData("::ffff:10.1.2.3", "trusted_proxy")]
    public async Task A_scope_id_or_a_mapped_form_hides_no_proxy(string remote, string result)
    {
        await using var app = await StartAsync<TestClientAddresses.Mixed>(MapBehindForwardedHeaders, TestTransport.From(remote));

        Assert.Equal((HttpStatusCode.Unauthorized, result), await AskAsync(app, Proxy, header: null));
    }

    [Fact]
    public async Task The_configured_header_is_the_only_one()
    {
        await using var app = await StartAsync<TestClientAddresses.OtherHeader>(MapBehindForwardedHeaders);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ("X-Edge-Client", "127.0.0.2"), ("X-Forwarded-For", "127.0.0.77")));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Edge-Client", "127.0.0.77"), ("X-Forwarded-For", "127.0.0.2")));
        Assert.Equal((HttpStatusCode.Unauthorized, "trusted_proxy"), await AskAsync(app, Proxy, "127.0.0.2"));
    }

    [Theory]
    [InlineData("127.0.0.8", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("127.0.0.8, 127.0.0.2", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("127.0.0.8, 127.0.0.3, 127.0.0.2", HttpStatusCode.OK, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.8, 127.0.0.77, 127.0.0.2", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    public async Task Proxies_stand_in_a_row_up_to_the_limit(string header, HttpStatusCode withoutLimit, HttpStatusCode withLimit)
    {
        await using var chain = await StartAsync<TestClientAddresses.Chain>(MapBehindForwardedHeaders);
        await using var shortChain = await StartAsync<TestClientAddresses.ShortChain>(MapBehindForwardedHeaders);

        Assert.Equal(withoutLimit, (await AskAsync(chain, Proxy, header)).Status);
        Assert.Equal(withLimit, (await AskAsync(shortChain, Proxy, header)).Status);
    }

    [Fact]
    public async Task Without_the_call_the_header_counts_as_the_application_says()
    {
        await using var app = await TestApp.StartAsync(MapBehindForwardedHeaders);

        Assert.Equal((HttpStatusCode.OK, "listed"), await AskAsync(app, Proxy, "127.0.0.77"));
    }

    private static Task<TestApp> StartAsync<TClientAddress>(Action<WebApplication> map, Action<WebApplicationBuilder>? build = null)
        where TClientAddress : IpClientAddress, new() =>
        TestApp.StartAsync(map, static options => options.UseClientAddress<TClientAddress>(), build);

    private static void MapBehindForwardedHeaders(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
    }

    private static async Task<(HttpStatusCode Status, object? Result)> AskAsync(TestApp app, string from, string? header)
    {
        var status = header is null ? await app.StatusAsync("/", from) : await app.StatusAsync("/", from, ("X-Forwarded-For", header));
        return (status, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }
}
