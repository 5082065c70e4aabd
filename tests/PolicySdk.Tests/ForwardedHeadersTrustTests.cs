using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests;

/// <summary>Forwarded headers without <c>client-address.yaml</c>: an application that would believe anybody does not start.</summary>
public sealed class ForwardedHeadersTrustTests
{
    private static readonly Dictionary<string, Action<ForwardedHeadersOptions>> Anybody = new()
    {
        ["no proxy"] = static _ => { },
        ["all of IPv4"] = static options => options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("0.0.0.0/0")),
        ["IPv4 in halves"] = static options => Add(options, "0.0.0.0/1", "128.0.0.0/1"),
        ["half of IPv4"] = static options => Add(options, "0.0.0.0/2", "64.0.0.0/2", "64.0.0.0/3"),
        ["IPv4 as mapped"] = static options => Add(options, "::ffff:0:0/97", "128.0.0.0/1"),
        ["what is in use of IPv6"] = static options => Add(options, "2000::/4", "3000::/4"),
        ["all of IPv6"] = static options => options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("::/0")),
    };

    public static TheoryData<string> Trusts => [.. Anybody.Keys];

    [Theory]
    [MemberData(nameof(Trusts))]
    public async Task Trust_in_anybody_does_not_start(string trust)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(trust, ForwardedHeaders.XForwardedFor));

        Assert.Contains("they name no proxy, or too much of a family as proxies", exception.Message, StringComparison.Ordinal);
        Assert.Contains("UseClientAddress<IpPolicies.ClientAddress>()", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public async Task Trust_in_anybody_for_another_header_starts(string trust)
    {
        await using var app = await StartAsync(trust, ForwardedHeaders.XForwardedProto);

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77", ("X-Forwarded-For", "127.0.0.2")));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public async Task The_environment_variable_of_the_host_does_not_start(string value)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            Map, build: builder => builder.Configuration["ForwardedHeaders_Enabled"] = value));

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED is true", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_can_take_the_danger_upon_itself()
    {
        await using var app = await StartAsync("no proxy", ForwardedHeaders.XForwardedFor, static options => options.DangerouslyTrustAnyRemoteIpAddress = true);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.77", ("X-Forwarded-For", "127.0.0.2")));
    }

    [Theory]
    [InlineData("127.0.0.2", HttpStatusCode.OK, "listed")]
    [InlineData("127.0.0.77", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.2, 127.0.0.77", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.2, unknown", HttpStatusCode.Unauthorized, "malformed_forwarded_header")]
    public async Task Proxies_that_the_application_names_are_believed(string header, HttpStatusCode expected, string result)
    {
        await using var app = await TestApp.StartAsync(Map, build: static builder => builder.Services.Configure<ForwardedHeadersOptions>(static options =>
        {
            Clear(options);
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            options.KnownProxies.Add(IPAddress.Parse("127.0.0.1"));
        }));

        Assert.Equal(expected, await app.StatusAsync("/", "127.0.0.1", ("X-Forwarded-For", header)));
        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77", ("X-Forwarded-For", header)));
        Assert.Equal("not_listed", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static Task<TestApp> StartAsync(string trust, ForwardedHeaders headers, Action<IpPolicyOptions>? options = null) => TestApp.StartAsync(
        Map,
        options,
        builder => builder.Services.Configure<ForwardedHeadersOptions>(all =>
        {
            Clear(all);
            all.ForwardedHeaders = headers;
            Anybody[trust](all);
        }));

    [Fact]
    public async Task Large_networks_that_leave_most_of_the_world_out_start()
    {
        await using var app = await TestApp.StartAsync(Map, build: static builder => builder.Services.Configure<ForwardedHeadersOptions>(static options =>
        {
            Clear(options);
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            Add(options, "10.0.0.0/8", "10.0.0.0/9", "172.16.0.0/12", "::ffff:10.0.0.0/104", "fc00::/7", "64.0.0.0/2");
        }));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
    }

    private static void Add(ForwardedHeadersOptions options, params string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(prefix));
        }
    }

    private static void Clear(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    }

    private static void Map(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
    }
}
