using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>An OpenAPI document tells that a caller may be refused, where one may be.</summary>
public sealed class DocumentedRefusalTests
{
    private const string Document = "/openapi/v1.json";

    private static readonly string[] Refused = ["/convention", "/group/inner", "/attribute", "/silent", "/controller/attribute", "/controller/narrower", "/controller/action", "/controller/silent"];

    private static readonly string[] Open = ["/open", "/controller/open"];

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task What_may_be_refused_says_so_and_what_is_open_does_not(int status)
    {
        await using var app = await StartAsync(options => options.StatusCode = status);

        var document = await ReadAsync(app);

        Assert.All(Refused, path => Assert.Equal("application/problem+json", TypeOf(document, path, status)));
        Assert.All(Open, path => Assert.Null(TypeOf(document, path, status)));
        Assert.Equal("text/plain", TypeOf(document, "/documented", 401));
    }

    [Fact]
    public async Task What_is_said_where_controllers_are_mapped_is_told()
    {
        await using var app = await StartAsync(controllers: static mapped => mapped.AllowAnyAddress("a prototype"));

        var document = await ReadAsync(app);

        Assert.Null(TypeOf(document, "/controller/silent", 401));
        Assert.NotNull(TypeOf(document, "/controller/action", 401));
    }

    [Fact]
    public async Task Endpoints_that_are_not_checked_are_not_told()
    {
        await using var app = await StartAsync(static options => options.AllowEndpointsWithoutPolicy = true);

        var document = await ReadAsync(app);

        Assert.Null(TypeOf(document, "/silent", 401));
        Assert.NotNull(TypeOf(document, "/convention", 401));
    }

    private static Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null, Action<ControllerActionEndpointConventionBuilder>? controllers = null) => TestApp.StartAsync(
        app =>
        {
            app.MapOpenApi().AllowAnyAddress("the documentation");
            app.MapGet("/convention", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            var group = app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>();
            group.MapGet("/inner", static () => "ok");
            app.MapGet("/attribute", [RequireIpPolicy<TestPolicies.Office>] () => "ok");
            app.MapGet("/documented", static () => "ok").RequireIpPolicy<TestPolicies.Office>().Produces(401, typeof(string), "text/plain");
            app.MapGet("/silent", static () => "ok");
            app.MapGet("/open", static () => "ok").AllowAnyAddress("a status page");
            var mapped = app.MapControllers();
            controllers?.Invoke(mapped);
        },
        options,
        static builder => builder.Services.AddOpenApi().AddControllers(static mvc => mvc.Conventions.Add(new Documented())).AddTestControllers());

    private static async Task<JsonElement> ReadAsync(TestApp app)
    {
        using var response = await app.GetAsync(Document);
        using var document = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("paths").Clone();
    }

    // The media type of an answer; null where it is not documented.
    private static string? TypeOf(JsonElement paths, string path, int status) =>
        paths.GetProperty(path).GetProperty("get").GetProperty("responses").TryGetProperty($"{status}", out var response)
            ? Assert.Single(response.GetProperty("content").EnumerateObject()).Name
            : null;

    /// <summary>Has all controllers documented.</summary>
    private sealed class Documented : IApplicationModelConvention
    {
        public void Apply(ApplicationModel application) => application.ApiExplorer.IsVisible = true;
    }
}
