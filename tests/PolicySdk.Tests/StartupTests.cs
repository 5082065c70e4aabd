using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicySdk.Enforcement;

namespace PolicySdk.Tests;

/// <summary>An application that could not refuse does not start.</summary>
public sealed class StartupTests
{
    [Fact]
    public async Task Without_compiled_policies_the_application_does_not_start()
    {
        var check = new GeneratedPoliciesCheck(static () => []);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => check.StartingAsync(TestContext.Current.CancellationToken));
        Assert.Contains("policies/*.policy.yaml", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_runs_before_the_server_listens()
    {
        var services = new ServiceCollection().AddIpPolicies().AddIpPolicies();

        Assert.Single(services, static service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(GeneratedPoliciesCheck));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(399)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_refusal_needs_a_status_code_that_refuses(int statusCode) => await Assert.ThrowsAsync<OptionsValidationException>(
        () => TestApp.StartAsync(static _ => { }, options => options.StatusCode = statusCode));

    [Fact]
    public async Task A_fallback_policy_and_open_endpoints_contradict_each_other() => await Assert.ThrowsAsync<OptionsValidationException>(
        () => TestApp.StartAsync(static _ => { }, static options =>
        {
            options.FallbackPolicy = IpPolicy.Of<TestPolicies.Office>();
            options.AllowEndpointsWithoutPolicy = true;
        }));

    [Theory]
    [InlineData(400)]
    [InlineData(499)]
    public async Task Every_client_error_can_be_a_refusal(int statusCode)
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok"), options => options.StatusCode = statusCode);

        Assert.Equal(statusCode, (int)await app.StatusAsync("/"));
    }

    [Fact]
    public async Task A_client_address_with_an_error_says_so() =>
        await AssertDoesNotStartAsync<TestClientAddresses.Invalid>("TestClientAddresses+Invalid, given to UseClientAddress, was not compiled");

    [Fact]
    public async Task A_client_address_needs_a_proxy() =>
        await AssertDoesNotStartAsync<TestClientAddresses.Empty>("Name the proxies under 'trust' in client-address.yaml");

    [Fact]
    public async Task A_proxy_by_a_prefix_that_ASP_NET_Core_takes_for_IPv4_is_refused()
    {
        await AssertDoesNotStartAsync<TestClientAddresses.AllIPv6>("::ffff:0:0/96");
        await AssertDoesNotStartAsync<TestClientAddresses.Mapped>("::ffff:0:0/96");
    }

    [Fact]
    public async Task Proxies_that_are_most_of_a_family_are_refused()
    {
        await AssertDoesNotStartAsync<TestClientAddresses.AllIPv4>("trusts half of IPv4 or an eighth of IPv6 or more");
        await AssertDoesNotStartAsync<TestClientAddresses.AlmostAllIPv4>("trusts half of IPv4 or an eighth of IPv6 or more");
    }

    [Theory]
    [InlineData(typeof(TestClientAddresses.AllIPv4))]
    [InlineData(typeof(TestClientAddresses.AlmostAllIPv4))]
    [InlineData(typeof(TestClientAddresses.Mixed))]
    public void Other_proxies_hold_no_mapped_address(Type type) =>
        Assert.DoesNotContain(((IpClientAddress)Activator.CreateInstance(type)!).Ranges, static range => range.HoldsMapped);

    private static async Task AssertDoesNotStartAsync<TClientAddress>(string expected)
        where TClientAddress : IpClientAddress, new()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestApp.StartAsync(static _ => { }, static options => options.UseClientAddress<TClientAddress>()));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
