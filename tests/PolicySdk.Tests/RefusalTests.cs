using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>What a refused caller sees.</summary>
public sealed class RefusalTests
{
    private const string Stranger = "127.0.0.77";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_is_a_401_with_a_challenge_and_problem_details(bool hasService)
    {
        await using var app = await StartAsync(build: builder =>
        {
            if (hasService)
            {
                builder.Services.AddProblemDetails();
            }
        });

        using var response = await app.GetAsync("/", Stranger);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("IPAllowlist", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
        Assert.Equal("Unauthorized", problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal(problem.GetProperty("traceId").GetString(), app.Logs[^1].GetStructuredStateValue("Reference"));
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html, application/json;q=0", "text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.3, application/json;q=0.5", "application/problem+json")]
    [InlineData("text/*;q=0.2, text/html;q=0", "text/plain")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("image/png", "text/plain")]
    [InlineData("not a media type", "text/plain")]
    [InlineData("*/*", "application/problem+json")]
    [InlineData("application/problem+json", "application/problem+json")]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("application/*", "application/problem+json")]
    public async Task The_body_is_what_the_caller_accepts(string accept, string mediaType)
    {
        await using var app = await StartAsync(build: static builder => builder.Services.AddProblemDetails());

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await app.SendAsync(request, Stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("application/grpc", 401, "16")]
    [InlineData("application/grpc+proto", 401, "16")]
    [InlineData("application/grpc-web", 401, "16")]
    [InlineData("application/grpc", 403, "7")]
    public async Task A_call_of_gRPC_gets_a_status_that_its_client_reads(string contentType, int status, string expected)
    {
        await using var app = await StartAsync(options => options.StatusCode = status);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Content = new ByteArrayContent([]) { Headers = { ContentType = new(contentType) } } };
        using var response = await app.SendAsync(request, Stranger);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(expected, Assert.Single(response.Headers.GetValues("grpc-status")));
        Assert.Equal(contentType.Split('+')[0], response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("application/json", true)]
    [InlineData("text/html", false)]
    [InlineData("text/plain", false)]
    public async Task A_reference_is_in_the_answer_the_log_and_the_record(string accept, bool hasService)
    {
        await using var app = await StartAsync(static options => options.ReferenceId = static _ => "<b>R-1\n", builder =>
        {
            if (hasService)
            {
                builder.Services.AddProblemDetails();
            }
        });

        using var response = await app.GetAsync("/", Stranger, ("Accept", accept));
        var body = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal);

        Assert.Contains("<b>R-1?", body, StringComparison.Ordinal);
        Assert.Equal("<b>R-1?", app.Logs[^1].GetStructuredStateValue("Reference"));
        Assert.Equal("<b>R-1?", Assert.Single(app.Services.GetRequiredService<IIpPolicyRejections>().Recent).Reference);
    }

    [Fact]
    public async Task A_page_does_not_take_markup_from_a_reference()
    {
        await using var app = await StartAsync(static options => options.ReferenceId = static _ => "<script>");

        using var response = await app.GetAsync("/", Stranger, ("Accept", "text/html"));

        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_tells_nothing_of_the_list()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/", "127.0.0.9");
        var text = response.Headers + await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("office", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("block", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HEAD_is_refused_without_a_body()
    {
        await using var app = await StartAsync();

        using var response = await app.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"), Stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single(response.Headers.WwwAuthenticate);
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Another_status_code_has_no_challenge()
    {
        await using var app = await StartAsync(static options => options.StatusCode = StatusCodes.Status404NotFound);

        using var response = await app.GetAsync("/", Stranger);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(response.Headers.WwwAuthenticate);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_service_of_problem_details_that_throws_leaves_the_usual_refusal()
    {
        await using var app = await StartAsync(build: static builder => builder.Services.AddProblemDetails(
            static options => options.CustomizeProblemDetails = static _ => throw new InvalidOperationException("secret")));

        await AssertUsualAsync(app);
        Assert.Contains(app.Logs, static record => record.Id.Id == 4);
    }

    [Fact]
    public async Task A_long_header_of_accepted_types_is_not_read()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/", Stranger, ("Accept", "text/html," + string.Join(',', Enumerable.Repeat("a/b;q=0.1", 100))));

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_response_that_has_started_is_cut_off()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.Use(static async (context, next) =>
            {
                await context.Response.StartAsync();
                await context.Response.Body.FlushAsync();
                await next(context);
            });
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => app.GetAsync("/", Stranger));
    }

    [Fact]
    public async Task Not_found_and_method_not_allowed_stay_what_they_are()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseIpPolicies();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapPost("/json", static (Payload payload) => payload.Text).RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync("/nowhere", Stranger));
        using var response = await app.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/"), Stranger);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        using var text = new HttpRequestMessage(HttpMethod.Post, "/json") { Content = new StringContent("text") };
        using var unsupported = await app.SendAsync(text, Stranger);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, unsupported.StatusCode);
        Assert.Empty(app.Requests.GetMeasurementSnapshot());
    }

    /// <summary>Asks as a stranger, and wants the refusal that nobody changed.</summary>
    internal static async Task AssertUsualAsync(TestApp app)
    {
        using var response = await app.GetAsync("/", Stranger);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single(response.Headers.WwwAuthenticate);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null, Action<WebApplicationBuilder>? build = null) =>
        TestApp.StartAsync(
            static app => app.MapMethods("/", ["GET", "HEAD"], static () => "ok").RequireIpPolicy<TestPolicies.Office>(), options, build);

    /// <summary>A body that makes routing look at the content type.</summary>
    private sealed record Payload(string Text);
}
