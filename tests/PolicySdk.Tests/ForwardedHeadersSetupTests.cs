using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests;

/// <summary>Nothing else that sets up forwarded headers makes them believe more than the trusted proxies.</summary>
public sealed class ForwardedHeadersSetupTests
{
    private const string Proxy = "127.0.0.1";

    private const string Stranger = "127.0.0.77";

    private static readonly Dictionary<string, Action<ForwardedHeadersOptions>> Wider = new()
    {
        ["a proxy"] = static options => options.KnownProxies.Add(IPAddress.Parse(Stranger)),
        ["a network"] = static options => options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("127.0.0.0/8")),
        ["anybody"] = static options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
        },
        ["another header"] = static options => options.ForwardedForHeaderName = "X-Real-IP",
        ["any number"] = static options => options.ForwardLimit = null,
        ["every header"] = static options => options.ForwardedHeaders = ForwardedHeaders.All,
    };

    public static TheoryData<string> Changes => [.. Wider.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_application_cannot_widen_before_or_after(string change)
    {
        await AssertUnchangedAsync(services => services.Configure(Wider[change]), static _ => { });
        await AssertUnchangedAsync(services => services.PostConfigure(Wider[change]), static _ => { });
        await AssertUnchangedAsync(static _ => { }, services => services.Configure(Wider[change]));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_application_that_widens_last_does_not_start(string change)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(static _ => { }, builder => builder.Services.PostConfigure(Wider[change])));

        Assert.Contains("Remove what changes them", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_call_the_application_sets_up_what_it_likes()
    {
        await using var app = await TestApp.StartAsync(
            MapBehindForwardedHeaders, build: static builder => builder.Services.PostConfigure<ForwardedHeadersOptions>(static options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("127.0.0.77/32"));
            }));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Stranger, ("X-Forwarded-For", "127.0.0.8")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_environment_variable_of_the_host_makes_nobody_else_believed(bool isCalled)
    {
        await using var app = await TestApp.StartCoreAsync(isCalled ? MapBehindForwardedHeaders : Map, static builder =>
        {
            builder.Configuration["ForwardedHeaders_Enabled"] = "true";
            builder.Services.AddIpPolicies(static options => options.UseClientAddress<TestClientAddresses.Chain>());
        });

        await AssertBelievesProxiesAloneAsync(app);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", "127.0.0.8, 127.0.0.3, 127.0.0.2")));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public async Task The_environment_variable_of_the_host_cannot_double_the_limit(string value, bool refusesToStart)
    {
        var start = () => StartAsync(builder => builder.Configuration["ForwardedHeaders_Enabled"] = value, static _ => { });
        if (!refusesToStart)
        {
            await using var app = await start();
            await AssertHoldsLimitAsync(app);
            return;
        }

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(start);
        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED", exception.Message, StringComparison.Ordinal);
    }

    private static async Task AssertUnchangedAsync(Action<IServiceCollection> before, Action<IServiceCollection> after)
    {
        await using var app = await StartAsync(builder => before(builder.Services), builder => after(builder.Services));

        await AssertBelievesProxiesAloneAsync(app);
        await AssertHoldsLimitAsync(app);
    }

    private static async Task AssertHoldsLimitAsync(TestApp app)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", "127.0.0.8, 127.0.0.3, 127.0.0.2")));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static async Task AssertBelievesProxiesAloneAsync(TestApp app)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Stranger, ("X-Forwarded-For", "127.0.0.8"), ("X-Real-IP", "127.0.0.8")));
        Assert.Equal("not_listed", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Real-IP", "127.0.0.8")));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);

        using var response = await app.GetAsync("/", Proxy, ("X-Forwarded-For", "127.0.0.8, 127.0.0.2"),
            ("X-Forwarded-Host", "host.example, host.example"), ("X-Forwarded-Proto", "https, https"), ("X-Forwarded-Prefix", "/prefix, /prefix"));
        Assert.StartsWith("http://127.0.0.1:", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(Action<WebApplicationBuilder> before, Action<WebApplicationBuilder> after) =>
        TestApp.StartCoreAsync(MapBehindForwardedHeaders, builder =>
        {
            before(builder);
            builder.Services.AddIpPolicies(static options => options.UseClientAddress<TestClientAddresses.ShortChain>());
            after(builder);
        });

    private static void MapBehindForwardedHeaders(WebApplication app)
    {
        app.UseForwardedHeaders();
        Map(app);
    }

    private static void Map(WebApplication app) =>
        app.MapGet("/", static (HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}").RequireIpPolicy<TestPolicies.Office>();
}
