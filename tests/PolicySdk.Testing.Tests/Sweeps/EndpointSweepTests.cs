using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Testing.Sweeps;
using TestedApp;

namespace PolicySdk.Testing.Tests.Sweeps;

public sealed class EndpointSweepTests
{
    private static readonly string[] Open = ["/healthz", "GET /me/address", "/trial"];

    [Fact]
    public async Task Everything_but_the_exceptions_is_refused()
    {
        await using var factory = new AppFactory();

        var report = await factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync();

        Assert.Equal(["GET /admin", "GET /v1/prices/{symbol}", "POST /v1/orders/{id:int:min(10)}"], report.Answers.Select(static answer => $"{answer.Method} {answer.Route}").Order(StringComparer.Ordinal));
        Assert.All(report.Answers, static answer => Assert.Equal((401, IpPolicyReason.NotListed), (answer.StatusCode, answer.Refusal!.Value.Reason)));
    }

    [Fact]
    public async Task What_is_not_refused_is_told()
    {
        await using var factory = new AppFactory();

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").ExpectRefusedAsync());

        Assert.Equal(
            """
            From 8.8.8.8, a policy is to refuse every request. But of 6 requests:
              GET /healthz: let through (200)
              GET /me/address: let through (200)
              GET /trial: let through (200)
            """,
            failure.Message,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("8.8.8.8", null)]
    [InlineData("192.0.2.64", null)]
    [InlineData("203.0.113.7", "acme-prod")]
    [InlineData("198.51.100.5", null)]
    public async Task Every_endpoint_does_as_declared(string address, string? client)
    {
        await using var factory = new AppFactory();

        var report = await factory.SweepFrom(address, client).ExpectAsDeclaredAsync();

        Assert.Equal(6, report.Answers.Count);
    }

    [Fact]
    public async Task An_opened_endpoint_is_found()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapDelete("/v1/orders/{id}", static (int id) => id).AllowAnyAddress("left from debugging"));

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync());

        Assert.Contains("DELETE /v1/orders/{id}: let through (200)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_policy_is_refused_and_the_report_says_why()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet("/forgotten", static () => "ok"));

        var report = await factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync();

        Assert.Contains("GET /forgotten: refused (401) by no policy: NoPolicy", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_refusal_is_no_proof()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet("/private", static () => Results.Unauthorized()).AllowAnyAddress("has a token"));

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync());

        Assert.Contains("GET /private: answered 401 without a policy's refusal", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_policies_do_not_declare_is_found()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithWebHostBuilder(static builder => builder.UseTestCallers());

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => host.SweepFrom("203.0.113.7").With(static request => request.Headers.Add("X-Client", "acme-prod")).ExpectAsDeclaredAsync());

        // The sweep does not name the client that the requests do.
        Assert.Contains("GET /v1/prices/{symbol}: let through (200)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/{id:guid}")]
    [InlineData("/b/{id:int:range(5000,6000)}")]
    [InlineData("/c/{name:alpha:length(12)}/{more?}")]
    [InlineData("/d/{**rest}")]
    [InlineData("/e/{day:datetime}.{format?}")]
    [InlineData("/f/{id:long:min(9000000000)}/x")]
    [InlineData("/g/{flag:bool}/{n:decimal}")]
    [InlineData("/h/{code:regex(^[A-Z]{{4}}[0-9]{{4}}$)}")]
    [InlineData("/i/{file:file}")]
    [InlineData("/j/{name:minlength(20)}")]
    [InlineData("/k/{culture=en}/{id:max(-5)}")]
    public async Task Parameters_of_routes_are_filled(string pattern)
    {
        await using var factory = new AppFactory(endpoints => endpoints.MapGet(pattern, static () => "ok").RequireIpPolicy<IpPolicies.Api>());

        var report = await factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync();

        Assert.Contains(report.Answers, answer => answer.Route == pattern);
    }

    [Fact]
    public async Task What_can_not_be_filled_is_an_error_until_a_value_is_named()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet("/x/{code:regex(^zz[0-9]$)}", static () => "ok").RequireIpPolicy<IpPolicies.Api>());
        var sweep = factory.SweepFrom("8.8.8.8").Except(Open);

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => sweep.ExpectRefusedAsync());

        Assert.Contains("not called: GET /x/{code:regex(^zz[0-9]$)}: nothing known satisfies the constraints of '{code}': name a value by WithRouteValue(\"code\", ...)", failure.Message, StringComparison.Ordinal);
        await sweep.WithRouteValue("code", "zz1").ExpectRefusedAsync();
    }

    [Fact]
    public async Task A_route_that_another_endpoint_takes_is_an_error()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet("/v1/prices/{symbol:length(3)}", static () => "ok").RequireIpPolicy<IpPolicies.Api>());

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").Except(Open).WithRouteValue("symbol", "VND").ExpectRefusedAsync());

        Assert.Contains("/v1/prices/VND was answered by another endpoint", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_of_any_method_is_called_beside_one_of_the_same_route()
    {
        await using var factory = new AppFactory(static endpoints =>
        {
            endpoints.MapGet("/both", static () => "ok").RequireIpPolicy<IpPolicies.Api>();
            endpoints.Map("/both", static () => "ok").AllowAnyAddress("left open");
        });

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync());

        Assert.Contains("POST /both: let through (200)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_without_the_middleware()
    {
        await using var factory = new AppFactory(withoutMiddleware: true);

        await factory.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync();
        await factory.SweepFrom("203.0.113.7", "acme-prod").ExpectAsDeclaredAsync();
    }

    [Fact]
    public async Task Hosts_and_content_types_are_met()
    {
        await using var factory = new AppFactory(static endpoints =>
        {
            endpoints.MapPost("/posted", static (Body body) => body.Name).RequireIpPolicy<IpPolicies.Api>();
            endpoints.MapGet("/hosted", static () => "ok").RequireHost("*.example.com").RequireIpPolicy<IpPolicies.Api>();
        });

        var report = await factory.SweepFrom("192.0.2.40").ExpectAsDeclaredAsync();

        Assert.Equal(8, report.Answers.Count);
    }

    [Fact]
    public async Task An_answer_before_the_policies_are_asked_is_found()
    {
        // What a middleware does that answers before the policies are asked: a cache, a page for maintenance.
        await using var factory = new AppFactory(services: static services => services.AddSingleton<IStartupFilter, AnswerFirst>());

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").ExpectRefusedAsync());

        Assert.Contains("not called: GET /admin: http://localhost/admin was answered by no endpoint", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_was_reached()
    {
        await using var factory = new AppFactory(static endpoints => endpoints.MapGet("/throws", string () => throw new InvalidOperationException("broken")).RequireIpPolicy<IpPolicies.Api>());

        var report = await factory.SweepFrom("192.0.2.40").ExpectAsDeclaredAsync();

        Assert.Contains("GET /throws: let through", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endpoint_that_never_answers_was_reached(bool listens)
    {
        await using var factory = new AppFactory(endpoints => endpoints.MapGet("/hangs", (CancellationToken canceled) => Task.Delay(Timeout.Infinite, listens ? canceled : CancellationToken.None)).RequireIpPolicy<IpPolicies.Api>());
        var caller = new TestCaller("192.0.2.40");
        var plan = new SweepPlan(factory.HostOfCallers().Services, () => factory.CreateClientFrom("192.0.2.40"), caller) { Patience = TimeSpan.FromMilliseconds(200) };

        var report = await new EndpointSweep(plan).ExpectAsDeclaredAsync();
        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => new EndpointSweep(plan).ExpectRefusedAsync());

        Assert.Contains("GET /hangs: let through", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("no answer within 0.2 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_asks_a_real_server()
    {
        await using var factory = new AppFactory();
        await using var host = factory.WithTestCallers();
        host.UseKestrel(0);

        await host.SweepFrom("8.8.8.8").Except(Open).ExpectRefusedAsync();
        await host.SweepFrom("203.0.113.7", "acme-prod").ExpectAsDeclaredAsync();
        Assert.NotEqual(80, host.ClientOptions.BaseAddress.Port); // which the server in memory has
    }

    [Fact]
    public async Task An_exception_that_names_no_endpoint_is_an_error()
    {
        await using var factory = new AppFactory();

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").Except("/health").RunAsync());

        Assert.Contains("There is no endpoint '/health' to leave out.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_for_a_parameter_that_no_route_has_is_an_error()
    {
        await using var factory = new AppFactory();

        var failure = await Assert.ThrowsAsync<PolicyTestException>(() => factory.SweepFrom("8.8.8.8").WithRouteValue("simbol", "VND").RunAsync());

        Assert.Equal("No route has a parameter '{simbol}' to fill.", failure.Message);
    }

    private sealed record Body(string Name);

    private sealed class AnswerFirst : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(static _ => static context => context.Response.WriteAsync("stored"));
            next(app);
        };
    }
}
