using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests;

/// <summary>Whatever is missing or fails, the endpoint does not run.</summary>
public sealed class FailClosedTests
{
    [Fact]
    public async Task A_request_without_address_is_refused()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.Use(static (context, next) =>
            {
                context.Connection.RemoteIpAddress = null;
                return next(context);
            });
            MapOffice(app);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("no_address", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_that_throws_refuses(bool early)
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            if (early)
            {
                app.UseIpPolicies();
            }

            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Faulty>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("fault", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.DoesNotContain(app.Logs, static record => record.Message.Contains("secret-of-the-matcher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_with_an_error_refuses()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Invalid>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("invalid_policy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_log_that_throws_refuses()
    {
        await using var app = await TestApp.StartAsync(MapOffice, build: static builder => builder.Logging.AddProvider(new ThrowingLogs("PolicySdk.IpPolicies")));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
    }

    [Fact]
    public async Task Without_the_services_a_convention_never_lets_the_endpoint_run()
    {
        var runs = 0;
        await using var app = await TestApp.StartCoreAsync(
            app =>
            {
                app.MapGet("/endpoint", () => Interlocked.Increment(ref runs)).RequireIpPolicy<TestPolicies.Office>();
                app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>().MapGet("", () => Interlocked.Increment(ref runs)).ShortCircuit();
            },
            static _ => { });

        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/endpoint"));
        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/group"));
        Assert.Equal(0, runs);
        Assert.Contains(app.AllLogs, static record => record.Exception?.Message.Contains("AddIpPolicies()", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Without_the_services_the_middleware_cannot_be_added()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.UseIpPolicies());
        Assert.Contains("AddIpPolicies()", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delegate_that_runs_beside_a_guarded_one_is_guarded_as_well(bool isFirst)
    {
        var runs = 0;
        RequestDelegate beside = _ =>
        {
            runs++;
            return Task.CompletedTask;
        };
        await using var app = await TestApp.StartAsync(app =>
        {
            var endpoint = app.MapGet("/", static context => context.Response.WriteAsync("ok")).RequireIpPolicy<TestPolicies.Office>();
            ((IEndpointConventionBuilder)endpoint).Finally(built => built.RequestDelegate = isFirst ? beside + built.RequestDelegate : built.RequestDelegate + beside);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77"));
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task An_endpoint_that_another_matcher_policy_chooses_is_guarded()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", [RequireIpPolicy<TestPolicies.Elsewhere>] () => "ok"),
            build: static builder => builder.Services.AddSingleton<MatcherPolicy, FirstCandidate>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_endpoint_that_another_matcher_policy_brings_in_is_guarded(bool replacesGuarded)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                var endpoint = app.MapGet("/", static () => "ok");
                _ = replacesGuarded ? endpoint.RequireIpPolicy<TestPolicies.Office>() : endpoint.AllowAnyAddress("replaced");
            },
            build: static builder => builder.Services.AddSingleton<MatcherPolicy, Substitute>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("elsewhere", app.Requests.LastMeasurement?.Tags["policysdk.policy"]);
    }

    [Theory]
    [InlineData(false, "127.0.0.1", HttpStatusCode.InternalServerError)]
    [InlineData(true, "127.0.0.1", HttpStatusCode.OK)]
    [InlineData(true, "127.0.0.77", HttpStatusCode.Unauthorized)]
    public async Task A_convention_builder_that_knows_no_last_conventions_is_guarded(bool hasServices, string from, HttpStatusCode expected)
    {
        Action<WebApplication> map = static app =>
            new OldConventionBuilder(app.Map("/", static context => context.Response.WriteAsync("ok"))).RequireIpPolicy<TestPolicies.Office>();
        await using var app = await (hasServices ? TestApp.StartAsync(map) : TestApp.StartCoreAsync(map, static _ => { }));

        Assert.Equal(expected, await app.StatusAsync("/", from));
    }

    private static void MapOffice(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();

    /// <summary>A convention builder of the time before <see cref="IEndpointConventionBuilder.Finally"/>.</summary>
    private sealed class OldConventionBuilder(IEndpointConventionBuilder inner) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => inner.Add(convention);
    }

    /// <summary>Replaces each candidate by an endpoint of its own.</summary>
    private sealed class Substitute : MatcherPolicy, IEndpointSelectorPolicy
    {
        public override int Order => 0;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

        public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            var metadata = new EndpointMetadataCollection(new RequireIpPolicyAttribute<TestPolicies.Elsewhere>());
            candidates.ReplaceEndpoint(0, new Endpoint(static context => context.Response.WriteAsync("ok"), metadata, "substitute"), null);
            return Task.CompletedTask;
        }
    }

    /// <summary>Ends the matcher's round with an endpoint of its choice.</summary>
    private sealed class FirstCandidate : MatcherPolicy, IEndpointSelectorPolicy
    {
        public override int Order => 0;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

        public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            httpContext.SetEndpoint(candidates[0].Endpoint);
            return Task.CompletedTask;
        }
    }
}
