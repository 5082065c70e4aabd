using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
        await using var app = await TestApp.StartAsync(MapOffice, build: static builder => builder.Logging.AddProvider(new ThrowingLogs()));

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

    [Fact]
    public async Task An_endpoint_that_a_middleware_sets_by_hand_is_guarded_by_the_middleware()
    {
        await using var app = await StartWithEndpointSetByHandAsync(static context => context.Response.WriteAsync("ok"));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.9"));
    }

    [Fact]
    public async Task An_endpoint_without_delegate_cannot_be_guarded_so_it_fails()
    {
        await using var app = await StartWithEndpointSetByHandAsync(requestDelegate: null);

        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.9"));
    }

    [Fact]
    public async Task An_endpoint_that_another_matcher_policy_chooses_is_guarded()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", [RequireIpPolicy<TestPolicies.Elsewhere>] () => "ok"),
            build: static builder => builder.Services.AddSingleton<MatcherPolicy, FirstCandidate>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
    }

    private static Task<TestApp> StartWithEndpointSetByHandAsync(RequestDelegate? requestDelegate)
    {
        var endpoint = new Endpoint(requestDelegate, new(new RequireIpPolicyAttribute<TestPolicies.Office>()), "by hand");
        return TestApp.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.SetEndpoint(endpoint);
                return next(context);
            });
            app.UseIpPolicies();
            app.UseRouting();
            app.UseEndpoints(static _ => { });
            app.Run(static context => context.Response.WriteAsync("ok"));
        });
    }

    private static void MapOffice(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();

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

    /// <summary>A log provider that fails for the events of policies.</summary>
    private sealed class ThrowingLogs : ILoggerProvider, ILogger
    {
        private bool _throws;

        public ILogger CreateLogger(string categoryName) => new ThrowingLogs { _throws = categoryName == "PolicySdk.IpPolicies" };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (_throws)
            {
                throw new IOException("The disk is full.");
            }
        }

        public void Dispose()
        {
        }
    }
}
