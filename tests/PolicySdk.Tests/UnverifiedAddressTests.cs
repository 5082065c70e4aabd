using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>An address counts only where the peer has it, or trusted proxies name it, whatever middleware wrote.</summary>
public sealed class UnverifiedAddressTests
{
    private const string Proxy = "127.0.0.1";

    private const string Stranger = "127.0.0.77";

    private static readonly (string, string) ForgedClient = ("X-Forwarded-For", "127.0.0.2");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Options_that_are_given_to_the_middleware_make_no_stranger_believed(bool isEarly)
    {
        await using var app = await StartAsync(AnybodyIsBelieved(limit: 1), isEarly);

        await AssertUnverifiedAsync(app, Stranger, "127.0.0.2");
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ForgedClient));
    }

    [Fact]
    public async Task Options_that_are_given_to_the_middleware_lead_no_farther_than_to_the_client()
    {
        await using var app = await StartAsync(AnybodyIsBelieved(limit: null));

        await AssertUnverifiedAsync(app, Proxy, "127.0.0.2, 127.0.0.77");
    }

    [Theory]
    [InlineData("010.0.0.1")]
    [InlineData("127.2")]
    [InlineData("0x7f.0.0.2")]
    [InlineData("2130706434")]
    [InlineData("\"127.0.0.2\"")]
    public async Task A_text_that_others_read_differently_is_no_address(string text)
    {
        await using var app = await StartAsync(static app => app.UseForwardedHeaders());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", text)));
        Assert.Equal("malformed_forwarded_header", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("[::]:80")]
    public async Task The_unspecified_address_is_none(string text)
    {
        await using var app = await StartAsync(static app => app.UseForwardedHeaders());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", text)));
        Assert.Equal("no_address", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_header_that_is_read_by_hand_names_nobody(bool usesClientAddress)
    {
        await using var app = await TestApp.StartAsync(ReadByHand, usesClientAddress ? UseLoopback : null);

        await AssertUnverifiedAsync(app, Stranger, "127.0.0.2");
    }

    [Fact]
    public async Task The_application_can_take_the_danger_upon_itself()
    {
        await using var app = await TestApp.StartAsync(ReadByHand, static options =>
        {
            UseLoopback(options);
            options.DangerouslyTrustAnyRemoteIpAddress = true;
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Stranger, ForgedClient));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Stranger, ("X-Forwarded-For", Proxy)));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_header_that_middleware_changed_counts_as_the_proxy_wrote_it()
    {
        await using var app = await StartAsync(static app =>
        {
            app.Use(static (context, next) =>
            {
                context.Request.Headers["X-Forwarded-For"] = "127.0.0.2";
                return next(context);
            });
            app.UseForwardedHeaders();
        });

        await AssertUnverifiedAsync(app, Proxy, Stranger);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ForgedClient));
    }

    [Theory]
    [InlineData(1, HttpStatusCode.Unauthorized, "trusted_proxy")]
    [InlineData(2, HttpStatusCode.Unauthorized, "not_listed")]
    public async Task A_limit_that_ends_on_a_proxy_makes_no_client_of_it(int limit, HttpStatusCode expected, string result)
    {
        // The whole network is both of proxies and on the list, as networks of one's own often are.
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseForwardedHeaders();
                Map(app);
            },
            build: builder => builder.Services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
                options.ForwardLimit = limit;
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("127.0.0.0/30"));
            }));

        Assert.Equal(expected, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", "127.0.0.77, 127.0.0.2")));
        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_proxy_that_names_a_client_is_not_let_in_itself()
    {
        await using var app = await TestApp.StartAsync(Map, static options =>
        {
            UseLoopback(options);
            options.AllowRequestsFromTrustedProxies = true;
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ("X-Forwarded-For", Stranger)));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> use, bool isEarly = false) => TestApp.StartAsync(
        app =>
        {
            use(app);
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            Map(app);
        },
        UseLoopback);

    private static void UseLoopback(IpPolicyOptions options) => options.UseClientAddress<TestClientAddresses.Loopback>();

    private static Action<WebApplication> AnybodyIsBelieved(int? limit) => app =>
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = limit };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        app.UseForwardedHeaders(options);
    };

    private static void ReadByHand(WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers["X-Forwarded-For"].ToString());
            return next(context);
        });
        Map(app);
    }

    private static void Map(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();

    private static async Task AssertUnverifiedAsync(TestApp app, string from, string header)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", from, ("X-Forwarded-For", header)));
        Assert.Equal("unverified_address", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }
}
