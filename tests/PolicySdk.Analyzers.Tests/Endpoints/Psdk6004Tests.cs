using Microsoft.CodeAnalysis;
using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6004: an endpoint of which the build can't tell.</summary>
public sealed class Psdk6004Tests
{
    [Fact]
    public async Task A_builder_that_nobody_in_the_project_hands_over_is_not_followed()
    {
        const string types = """
            public static class Plugin { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/x", () => 1); //!! PSDK6004 MapGet
            }
            """;
        var diagnostics = await RuleCheck.Statements<EndpointAnalyzer>("", types);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(diagnostics).Severity);
        await RuleCheck.Statements<EndpointAnalyzer>("Plugin.Map(app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>());", types.Replace(" //!! PSDK6004 MapGet", ""));
        await RuleCheck.Statements<EndpointAnalyzer>("Plugin.Map(app);", types.Replace("PSDK6004", "PSDK6001"));
    }

    [Fact]
    public async Task What_another_assembly_maps_is_not_seen_unless_its_group_is_covered()
    {
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapDynamicControllerRoute<Routes>(\"{x}\"); //!! PSDK6004 MapDynamicControllerRoute", Transformer);
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>().MapDynamicControllerRoute<Routes>(\"{x}\");", Transformer);
    }

    [Fact]
    public async Task A_data_source_is_not_seen_into() => await RuleCheck.Statements<EndpointAnalyzer>(
        "((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource()); //!! PSDK6004 Add");

    [Fact]
    public async Task Controllers_of_other_projects_are_not_seen() => await RuleCheck.Statements<EndpointAnalyzer>("app.MapControllers(); //!! PSDK6004 MapControllers");

    [Fact]
    public async Task A_controller_that_nobody_maps_here_may_be_mapped_elsewhere() => await RuleCheck.Code<EndpointAnalyzer>(
        """
        // kind: library
        using Microsoft.AspNetCore.Mvc;
        [Route("x")] public class XController : ControllerBase { [HttpGet] public int Get() => 1; } //!! PSDK6004 XController
        """);

    [Fact]
    public async Task Where_a_policy_may_be_hidden_nothing_worse_is_said() => await RuleCheck.Statements<EndpointAnalyzer>(
        """
        var endpoints = new Dictionary<string, IEndpointConventionBuilder>();
        endpoints["x"] = app.MapGet("/x", () => 1); //!! PSDK6004 MapGet
        app.MapGet("/y", () => 1).Add(Conventions.Get()); //!! PSDK6004 MapGet
        """,
        "static class Conventions { public static Action<EndpointBuilder> Get() => static endpoint => { }; }");

    private const string Transformer = """
        class Routes : Microsoft.AspNetCore.Mvc.Routing.DynamicRouteValueTransformer { public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext context, RouteValueDictionary values) => new(values); }
        """;
}
