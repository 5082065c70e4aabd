using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>The refusal stands in the OpenAPI document of what can refuse, and nowhere else.</summary>
public sealed class OpenApiTests
{
    private const string Json = "application/problem+json";

    [Theory]
    [InlineData("/plain", true)]
    [InlineData("/group/inherits", true)]
    [InlineData("/group/open", false)]
    [InlineData("/attribute", true)]
    [InlineData("/open", false)]
    [InlineData("/silent", true)] // refused for want of a policy
    [InlineData("/controller/attribute", true)]
    [InlineData("/controller/open", false)]
    [InlineData("/controller/action", true)]
    [InlineData("/controller/silent", true)]
    public async Task What_can_refuse_says_so(string path, bool refuses)
    {
        await using var app = await StartAsync();

        var responses = await ResponsesAsync(app, path);

        Assert.NotNull(responses["200"]);
        Assert.Equal(refuses, responses["401"] is not null);
        Assert.Equal(refuses ? [Json] : [], MediaTypes(responses["401"]));
    }

    [Fact]
    public async Task It_is_described_as_problem_details()
    {
        await using var app = await StartAsync();
        var document = await DocumentAsync(app);

        var schema = Responses(document, "/plain")["401"]!["content"]![Json]!["schema"]!;

        Assert.Equal("#/components/schemas/ProblemDetails", (string?)schema["$ref"]);
        Assert.NotNull(document["components"]!["schemas"]!["ProblemDetails"]!["properties"]!["title"]);
    }

    [Fact]
    public async Task It_has_the_status_code_of_the_options()
    {
        await using var app = await StartAsync(static options => options.StatusCode = StatusCodes.Status403Forbidden);

        var responses = await ResponsesAsync(app, "/plain");

        Assert.Null(responses["401"]);
        Assert.Equal([Json], MediaTypes(responses["403"]));
        Assert.Null((await ResponsesAsync(app, "/open"))["403"]);
    }

    [Theory]
    [InlineData("/own", "application/xml")]
    [InlineData("/controller/own", "text/plain")]
    public async Task An_endpoint_that_describes_its_own_is_left_alone(string path, string mediaType)
    {
        await using var app = await StartAsync();

        Assert.Equal([mediaType], MediaTypes((await ResponsesAsync(app, path))["401"]));
    }

    [Fact]
    public async Task A_fallback_policy_refuses_what_says_nothing_and_unchecked_endpoints_refuse_nobody()
    {
        await using var guarded = await StartAsync(static options => options.UseFallbackPolicy<TestPolicies.Office>());
        await using var adopting = await StartAsync(static options => options.AllowEndpointsWithoutPolicy = true);

        Assert.NotNull((await ResponsesAsync(guarded, "/silent"))["401"]);
        Assert.Null((await ResponsesAsync(guarded, "/open"))["401"]);
        Assert.Null((await ResponsesAsync(adopting, "/silent"))["401"]);
        Assert.NotNull((await ResponsesAsync(adopting, "/plain"))["401"]);
    }

    [Fact]
    public async Task What_is_said_where_controllers_are_mapped_counts()
    {
        await using var app = await StartAsync(map: static app =>
        {
            app.MapOpenApi().AllowAnyAddress("read by those who have no contract yet");
            app.MapControllers().AllowAnyAddress("a prototype");
        });

        Assert.Null((await ResponsesAsync(app, "/controller/silent"))["401"]);
        Assert.NotNull((await ResponsesAsync(app, "/controller/action"))["401"]);
    }

    [Fact]
    public async Task An_application_without_descriptions_is_as_before()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/plain", static () => "ok").RequireIpPolicy<TestPolicies.Office>());

        Assert.Null(app.Services.GetService<IApiDescriptionGroupCollectionProvider>());
        Assert.Equal("ok", await (await app.GetAsync("/plain")).Content.ReadAsStringAsync());
    }

    private static Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null, Action<WebApplication>? map = null) => TestApp.StartAsync(
        map ?? Map,
        options,
        static builder =>
        {
            builder.Services.AddOpenApi();
            builder.Services.AddControllers().AddOnly(typeof(GuardedController), typeof(PartlyGuardedController));
        });

    private static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnyAddress("read by those who have no contract yet");
        app.MapGet("/plain", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        app.MapGet("/open", static () => "ok").AllowAnyAddress("a notice");
        app.MapGet("/silent", static () => "ok");
        app.MapGet("/attribute", [RequireIpPolicy<TestPolicies.Office>] static () => "ok");
        app.MapGet("/own", static () => "ok").RequireIpPolicy<TestPolicies.Office>().Produces<string>(StatusCodes.Status401Unauthorized, "application/xml");
        var group = app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>();
        group.MapGet("/inherits", static () => "ok");
        group.MapGet("/open", static () => "ok").AllowAnyAddress("a notice");
        app.MapControllers();
    }

    private static async Task<JsonNode> ResponsesAsync(TestApp app, string path) => Responses(await DocumentAsync(app), path);

    private static JsonNode Responses(JsonNode document, string path) => document["paths"]![path]!["get"]!["responses"]!;

    private static async Task<JsonNode> DocumentAsync(TestApp app)
    {
        using var response = await app.GetAsync("/openapi/v1.json");
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private static IEnumerable<string> MediaTypes(JsonNode? response) => response?["content"]?.AsObject().Select(static one => one.Key) ?? [];

    [ApiController]
    [RequireIpPolicy<TestPolicies.Office>]
    [Route("controller")]
    internal sealed class GuardedController : ControllerBase
    {
        [HttpGet("attribute")]
        public string Attribute() => "ok";

        [HttpGet("open")]
        [AllowAnyAddress("a notice")]
        public string Open() => "ok";

        [HttpGet("own")]
        [ProducesResponseType<string>(StatusCodes.Status200OK)]
        [ProducesResponseType<string>(StatusCodes.Status401Unauthorized, "text/plain")]
        public string Own() => "ok";
    }

    [ApiController]
    [Route("controller")]
    internal sealed class PartlyGuardedController : ControllerBase
    {
        [HttpGet("action")]
        [RequireIpPolicy<TestPolicies.Office>]
        public string Action() => "ok";

        [HttpGet("silent")]
        public string Silent() => "ok";
    }
}
