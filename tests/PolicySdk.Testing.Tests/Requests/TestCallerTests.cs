using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestedApp;

namespace PolicySdk.Testing.Tests.Requests;

public sealed class TestCallerTests
{
    private static readonly DateTimeOffset LastDay = new(2034, 6, 30, 23, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData("192.0.2.40", null, HttpStatusCode.OK)]
    [InlineData("192.0.2.41", null, HttpStatusCode.Unauthorized)]
    [InlineData("2001:db8:40::1", null, HttpStatusCode.OK)]
    [InlineData("203.0.113.7", "acme-prod", HttpStatusCode.OK)]
    [InlineData("203.0.113.7", "birch-prod", HttpStatusCode.Unauthorized)]
    [InlineData("203.0.113.7", null, HttpStatusCode.Unauthorized)]
    public async Task A_caller_has_an_address_and_a_client(string address, string? client, HttpStatusCode expected)
    {
        await using var factory = new AppFactory();
        using var http = factory.CreateClientFrom(address, client);

        Assert.Equal(expected, (await http.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task A_caller_travels_in_time()
    {
        await using var factory = new AppFactory();
        using var before = factory.CreateClientFrom("203.0.113.8", "acme-prod", LastDay);
        using var after = factory.CreateClientFrom("203.0.113.8", "acme-prod", LastDay.AddSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await after.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task A_clock_of_the_test_goes_on_for_requests_without_an_instant()
    {
        await using var factory = new AppFactory(services: static services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(LastDay.AddYears(1))));
        using var now = factory.CreateClientFrom("203.0.113.9", "acme-prod");
        using var before = factory.CreateClientFrom("203.0.113.9", "acme-prod", LastDay);

        Assert.Equal(HttpStatusCode.OK, (await now.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task The_selector_of_the_application_is_asked_where_no_client_is_named()
    {
        await using var factory = new AppFactory();
        using var http = factory.CreateClientFrom("203.0.113.7");
        http.DefaultRequestHeaders.Add("X-Client", "acme-prod");

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task An_asynchronous_selector_is_asked_where_no_client_is_named()
    {
        await using var factory = new AppFactory(services: static services => services.PostConfigure<IpPolicyOptions>(static options =>
        {
            options.ClientId = null;
            options.ClientIdAsync = static async (context, _) =>
            {
                await Task.Yield();
                return context.Request.Headers["X-Client"];
            };
        }));
        using var named = factory.CreateClientFrom("203.0.113.7", "acme-prod");
        using var other = factory.CreateClientFrom("203.0.113.7");
        other.DefaultRequestHeaders.Add("X-Client", "birch-prod");

        Assert.Equal(HttpStatusCode.OK, (await named.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task What_the_application_does_with_refusals_is_still_done()
    {
        await using var factory = new AppFactory(services: static services => services.PostConfigure<IpPolicyOptions>(static options => options.OnRejected = static async context =>
        {
            context.HttpContext.Response.StatusCode = 403;
            await context.HttpContext.Response.WriteAsync("call us");
        }));
        using var http = factory.CreateClientFrom("8.8.8.8");

        var answer = await http.GetAsync("/admin");

        Assert.Equal((HttpStatusCode.Forbidden, "call us"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await factory.SweepFrom("8.8.8.8").Except("/healthz", "/me/address", "/trial").ExpectRefusedAsync();
    }

    [Fact]
    public async Task The_last_caller_of_everybody_else_counts()
    {
        await using var factory = new AppFactory();
        await using var first = factory.WithTestCallers(new TestCaller("8.8.8.8"));
        await using var second = first.WithTestCallers(new TestCaller("192.0.2.40"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await first.CreateClient().GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.CreateClient().GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.CreateClientFrom("203.0.113.7", "acme-prod").GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task The_application_sees_the_address_and_nothing_of_the_test()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet(
            "/headers", static (HttpContext context) => string.Join(",", context.Request.Headers.Keys)).AllowAnyAddress("a test"));
        using var http = factory.CreateClientFrom("8.8.8.8");

        Assert.Equal("8.8.8.8", await http.GetStringAsync("/me/address"));
        Assert.DoesNotContain("PolicySdk", await http.GetStringAsync("/headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Requests_without_a_caller_come_from_nowhere_and_are_refused()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers();

        Assert.Equal(HttpStatusCode.Unauthorized, (await factory.CreateClient().GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.CreateClient().GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task One_line_gives_all_requests_an_address()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers(new TestCaller("192.0.2.40"));

        Assert.Equal(HttpStatusCode.OK, (await host.CreateClient().GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.CreateClientFrom("8.8.8.8").GetAsync("/v1/prices/VND")).StatusCode);
    }

    [Fact]
    public async Task A_factory_with_callers_has_one_host()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers();

        Assert.Same(host, host.HostOfCallers());
        Assert.NotSame(factory, factory.HostOfCallers());
        Assert.Same(factory.HostOfCallers(), factory.HostOfCallers());
    }

    [Fact]
    public async Task Callers_reach_a_real_server()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers();
        host.UseKestrel(0);
        using var acme = host.CreateClientFrom("203.0.113.8", "acme-prod", LastDay);
        using var nobody = host.CreateClientFrom("8.8.8.8");

        Assert.Equal(HttpStatusCode.OK, (await acme.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await acme.GetAsync("/v1/prices/VND")).StatusCode);
        Assert.NotEqual(80, acme.BaseAddress!.Port); // which the server in memory has
    }

    [Fact]
    public async Task A_host_without_a_factory_takes_callers_whatever_is_added_first()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer().UseTestCallers();
        builder.Services.AddIpPolicies();
        await using var app = builder.Build();
        app.MapGet("/", static () => "ok").RequireIpPolicy<IpPolicies.Admin>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var office = app.GetTestServer().CreateClientFrom(new TestCaller("192.0.2.64"));
        using var nobody = app.GetTestServer().CreateClientFrom(new TestCaller("8.8.8.8"));

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_clock_that_is_registered_too_late_is_found_out()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer().UseTestCallers();
        builder.Services.AddIpPolicies();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        await using var app = builder.Build();
        app.MapGet("/", static () => "ok").RequireIpPolicy<IpPolicies.Admin>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var office = app.GetTestServer().CreateClientFrom(new TestCaller("192.0.2.64") { At = LastDay });

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => office.GetAsync("/"));
        Assert.Contains("Call UseTestCallers after it is registered", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_callers_says_what_to_call()
    {
        await using var factory = new AppFactory();

        var fault = Assert.Throws<InvalidOperationException>(() => factory.Server.CreateClientFrom(new TestCaller("8.8.8.8")));
        Assert.Contains("UseTestCallers()", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_no_caller_wrote_is_an_error()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers(new TestCaller("192.0.2.40"));
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Add("PolicySdk-Test-Caller", "192.0.2.40");

        await Assert.ThrowsAsync<FormatException>(() => http.GetAsync("/v1/prices/VND"));
    }

    [Theory]
    [InlineData("203.0.113.0/24")]
    [InlineData("203.0.113.7/32")]
    [InlineData("203.0.113.7-203.0.113.7")]
    [InlineData("203.0.113.07")]
    [InlineData("localhost")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string address) => Assert.Throws<ArgumentException>(() => new TestCaller(address));

    [Theory]
    [InlineData("a;b=c d", "2034-06-30T23:59:59.1234567+02:00")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_caller_survives_its_header(string? client, string? at)
    {
        var caller = new TestCaller("2001:db8::7") { Client = client, At = at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(caller, TestCaller.Parse(caller.Headers["policysdk-test-caller"]));
    }
}
