using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests;

/// <summary>The middleware refuses before costly work what no list could allow, and leaves the rest to the guard.</summary>
public sealed class MiddlewareTests
{
    [Theory]
    [InlineData("127.0.0.77", 0, HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.3", 1, HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.2", 1, HttpStatusCode.OK, "listed_for_client")]
    [InlineData("127.0.0.1", 1, HttpStatusCode.OK, "listed")]
    public async Task Authentication_runs_only_for_addresses_that_a_list_holds(string from, int authentications, HttpStatusCode expected, string result)
    {
        var counter = new Authentications();
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseIpPolicies();
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>().RequireAuthorization();
            },
            static options => options.ClientId = static context => context.User.Identity?.Name,
            builder =>
            {
                builder.Services.AddSingleton(counter);
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, Acme>("test", null);
            });

        Assert.Equal(expected, await app.StatusAsync("/", from));
        Assert.Equal(authentications, counter.Count);
        Assert.Equal(result, Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags["policysdk.result"]);
    }

    [Fact]
    public async Task An_endpoint_without_policy_is_refused_early()
    {
        var later = 0;
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseIpPolicies();
            app.Use((context, next) =>
            {
                later++;
                return next(context);
            });
            app.MapGet("/", static () => "ok");
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal(0, later);
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync("/nowhere"));
        Assert.Equal(1, later);
    }

    [Fact]
    public async Task The_address_is_read_after_forwarded_headers()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseForwardedHeaders();
                app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            },
            build: static builder => builder.Services.Configure<ForwardedHeadersOptions>(static options =>
            {
                options.ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor;
                options.KnownProxies.Add(IPAddress.Parse("127.0.0.100"));
                options.KnownIPNetworks.Clear();
            }));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.100", ("X-Forwarded-For", "127.0.0.1")));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.100", ("X-Forwarded-For", "127.0.0.77")));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.101", ("X-Forwarded-For", "127.0.0.1")));
    }

    /// <summary>How often the scheme was asked.</summary>
    private sealed class Authentications
    {
        internal int Count { get; set; }
    }

    /// <summary>A scheme by which everybody is acme.</summary>
    private sealed class Acme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Authentications authentications)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            authentications.Count++;
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "acme")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
