using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Tests;

/// <summary>The application's own answer to a refused caller, which stays one.</summary>
public sealed class OnRejectedTests
{
    private const string Stranger = "127.0.0.77";

    [Fact]
    public async Task OnRejected_can_change_the_answer()
    {
        await using var app = await StartAsync(static rejected =>
        {
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
            return new(rejected.HttpContext.Response.WriteAsync($"{rejected.Decision.Reason} {rejected.ClientId}"));
        });

        using var response = await app.GetAsync("/", Stranger);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(response.Headers.WwwAuthenticate);
        Assert.Equal("NotListed ", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OnRejected_that_runs_the_endpoint_meets_the_guard_and_is_not_asked_again()
    {
        var calls = 0;
        await using var app = await StartAsync(async rejected =>
        {
            calls++;
            await rejected.HttpContext.GetEndpoint()!.RequestDelegate!(rejected.HttpContext);
        });

        using var response = await app.GetAsync("/", Stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task OnRejected_that_does_nothing_leaves_the_usual_refusal()
    {
        await using var app = await StartAsync(static _ => default);

        await RefusalTests.AssertUsualAsync(app);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnRejected_that_throws_leaves_the_usual_refusal(bool asynchronously)
    {
        await using var app = await StartAsync(async rejected =>
        {
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status200OK;
            rejected.HttpContext.Response.Headers["X-Half"] = "done";
            if (asynchronously)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException("secret");
        });

        using var response = await app.GetAsync("/", Stranger);

        Assert.False(response.Headers.Contains("X-Half"));
        await RefusalTests.AssertUsualAsync(app);
        Assert.Contains(app.Logs, static record => record.Id.Id == 4);
    }

    [Fact]
    public async Task OnRejected_that_throws_in_the_middle_of_its_answer_ends_the_connection()
    {
        await using var app = await StartAsync(static async rejected =>
        {
            await rejected.HttpContext.Response.WriteAsync("half");
            await rejected.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("secret");
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => app.GetAsync("/", Stranger));
    }

    [Theory]
    [InlineData("when the response starts")]
    [InlineData("and starts the response")]
    [InlineData("with a type alone")]
    public async Task OnRejected_makes_no_success_of_a_refusal(string how)
    {
        await using var app = await StartAsync(async rejected =>
        {
            var response = rejected.HttpContext.Response;
            switch (how)
            {
                case "when the response starts":
                    response.OnStarting(() => Task.FromResult(response.StatusCode = StatusCodes.Status200OK));
                    break;
                case "and starts the response":
                    response.StatusCode = StatusCodes.Status200OK;
                    await response.StartAsync();
                    break;
                default:
                    (response.StatusCode, response.ContentType) = (StatusCodes.Status200OK, "text/plain");
                    break;
            }
        });

        using var response = await app.GetAsync("/", Stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private static Task<TestApp> StartAsync(Func<IpPolicyRejectedContext, ValueTask> onRejected) => TestApp.StartAsync(
        static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(), options => options.OnRejected = onRejected);
}
