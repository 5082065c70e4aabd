using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicySdk.Diagnostics;

namespace PolicySdk.Tests;

/// <summary>The last refused requests are kept, so many and no more, with as much of the address as is wanted.</summary>
public sealed class RejectionRecordTests
{
    private const string Stranger = "127.0.0.77";

    [Fact]
    public async Task A_refusal_is_kept_with_all_that_explains_it()
    {
        await using var app = await StartAsync();

        await app.StatusAsync("/", "127.0.0.9");
        await app.StatusAsync("/");

        var rejections = app.Services.GetRequiredService<IIpPolicyRejections>();
        var rejection = Assert.Single(rejections.Recent);
        Assert.Equal(1, rejections.Count);
        Assert.Equal(
            (TestApp.Start, "HTTP: GET /", "127.0.0.9", null, IpPolicyReason.Blocked, "office", "policies/office.policy.yaml:9"),
            (rejection.Time, rejection.Endpoint, rejection.Address, rejection.ClientId, rejection.Reason, rejection.Policy, rejection.Entry));
        Assert.NotEmpty(rejection.Reference);
        Assert.NotEmpty(rejection.Revision!);
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 15 })]
    [InlineData(3, new[] { 15, 14, 13 })]
    [InlineData(100, new[] { 15, 14, 13, 12, 11 })]
    public async Task The_newest_come_first_and_the_oldest_are_dropped(int kept, int[] expected)
    {
        await using var app = await StartAsync(options => options.RejectionsKept = kept);

        foreach (var last in Enumerable.Range(11, 5))
        {
            await app.StatusAsync("/", $"127.0.1.{last}");
        }

        var rejections = app.Services.GetRequiredService<IIpPolicyRejections>();
        Assert.Equal(5, rejections.Count);
        Assert.Equal(expected.Select(static last => $"127.0.1.{last}"), rejections.Recent.Select(static rejection => rejection.Address));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public async Task So_many_can_not_be_kept(int kept) => Assert.Contains(
        "RejectionsKept", (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options => options.RejectionsKept = kept))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(IpPolicyAddressDetail.Full, "127.0.0.77")]
    [InlineData(IpPolicyAddressDetail.Network, "127.0.0.0/24")]
    [InlineData(IpPolicyAddressDetail.None, null)]
    public async Task The_options_say_how_much_of_an_address_is_kept(IpPolicyAddressDetail detail, string? expected)
    {
        await using var app = await StartAsync(options => options.AddressDetail = detail);

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Stranger));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));

        Assert.Equal(expected, Assert.Single(app.Services.GetRequiredService<IIpPolicyRejections>().Recent).Address);
        Assert.Equal(expected ?? "-", app.Logs[0].GetStructuredStateValue("Address"));
        Assert.Equal(detail == IpPolicyAddressDetail.Full, app.Logs.Any(static record => record.Message.Contains(Stranger, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:7:8:9:a:b:c", "2001:db8:7::/48")]
    [InlineData("fe80::1%4", "fe80::/48")]
    public void A_network_shows_no_host(string address, string expected) => Assert.Equal(expected, AddressText.Of(IPAddress.Parse(address), IpPolicyAddressDetail.Network));

    private static Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null) =>
        TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(), options);
}
