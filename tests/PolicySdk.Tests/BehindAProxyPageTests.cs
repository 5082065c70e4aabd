using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicySdk.Enforcement;

namespace PolicySdk.Tests;

/// <summary>The page on proxies: what it says of headers is how they are read, and what it says does not start does not.</summary>
public sealed class BehindAProxyPageTests
{
    private const string Page = "behind-a-proxy.md";

    private static readonly Action<IpPolicyOptions> None = static _ => { };

    private static readonly (Action<IpPolicyOptions> Options, Action<WebApplicationBuilder> Build)[] Unsafe =
    [
        (None, static builder => builder.Services.Configure<ForwardedHeadersOptions>(static headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
        })),
        (None, static builder => builder.Configuration["ForwardedHeaders_Enabled"] = "true"),
        (UseClientAddress<TestClientAddresses.ShortChain>, static builder => builder.Configuration["ForwardedHeaders_Enabled"] = "true"),
        (UseClientAddress<TestClientAddresses.ShortChain>, static builder => builder.Services.PostConfigure<ForwardedHeadersOptions>(static headers => headers.ForwardLimit = null)),
        (static options => options.TrustPeersWithoutAddress = true, static _ => { }),
    ];

    public static TheoryData<int> Settings => [.. Enumerable.Range(0, Unsafe.Length)];

    public static TheoryData<string, string, string> Headers =>
        [.. DocsPage.Rows(Page, "| peer |").Select(static row => new TheoryDataRow<string, string, string>(FirstWord(row[0]), row[1].Trim('`'), FirstWord(row[2])))];

    [Fact]
    public void Every_message_has_its_setting()
    {
        Assert.Equal(Unsafe.Length, DocsPage.Block(Page, "text").Count());
        Assert.Equal(Unsafe.Length, DocsPage.Rows(Page, "| setting |").Count());
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task An_unsafe_setting_does_not_start_and_prints_what_the_page_shows(int setting)
    {
        var (options, build) = Unsafe[setting];

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(static app => app.UseForwardedHeaders(), options, build));

        var shown = DocsPage.Block(Page, "text").ElementAt(setting);
        Assert.Equal(shown.Replace("IpPolicies+ClientAddress", typeof(TestClientAddresses.ShortChain).FullName, StringComparison.Ordinal), exception.Message);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_names_whom_the_page_says(string peer, string header, string client)
    {
        var proxies = new Proxies();
        Assert.True(CallerAddress.TryCreate(IPAddress.Parse(peer), out var connected));
        var fault = ForwardedWalk.Follow(connected, proxies.Trusts(connected) && header != "-" ? header : default, proxies, out var found);

        Assert.Null(fault);
        CallerAddress? expected = IPAddress.TryParse(client, out var address) && CallerAddress.TryCreate(address, out var caller) ? caller : null;
        Assert.Equal(expected, found is { } last && proxies.Trusts(last) ? null : found);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK, "https")]
    [InlineData("127.0.0.2", HttpStatusCode.OK, "http")]
    [InlineData("127.0.0.77", HttpStatusCode.Unauthorized, null)]
    public async Task The_scheme_is_read_from_a_proxy_before_the_address(string from, HttpStatusCode expected, string? scheme)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto };
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var proxies in new TestClientAddresses.Loopback().TrustedProxies)
                {
                    options.KnownIPNetworks.Add(proxies);
                }

                app.UseForwardedHeaders(options);
                app.UseForwardedHeaders();
                app.MapGet("/", static (HttpContext context) => context.Request.Scheme).RequireIpPolicy<TestPolicies.Office>();
            },
            UseClientAddress<TestClientAddresses.Loopback>);

        using var response = await app.GetAsync("/", from, ("X-Forwarded-For", "127.0.0.8"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(expected, response.StatusCode);
        Assert.True(scheme is null || scheme == await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static void UseClientAddress<TClientAddress>(IpPolicyOptions options)
        where TClientAddress : IpClientAddress, new() => options.UseClientAddress<TClientAddress>();

    private static string FirstWord(string cell) => cell.Split(',', ':', ' ')[0];

    private sealed class Proxies : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["10.8.0.4/31"];
    }
}
