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

    [Theory]
    [InlineData("app.MapGet(\"/x\", one.Handle); //!! PSDK6004 MapGet", "abstract class One { public abstract int Handle(); }", "One one = new Two();", "class Two : One { [RequireIpPolicy<IpPolicies.Office>] public override int Handle() => 1; }")]
    [InlineData("app.MapGet(\"/x\", one.Handle); //!! PSDK6004 MapGet", "class One { public virtual int Handle() => 1; }", "One one = new Two();", "class Two : One { [RequireIpPolicy<IpPolicies.Office>] public override int Handle() => 1; }")]
    [InlineData("app.MapGet(\"/x\", one.Handle); //!! PSDK6004 MapGet", "interface IOne { int Handle(); }", "IOne one = new Two();", "class Two : IOne { [RequireIpPolicy<IpPolicies.Office>] public int Handle() => 1; }")]
    [InlineData("app.MapGet(\"/x\", one.Handle); //!! PSDK6004 MapGet", "interface IOne { [RequireIpPolicy<IpPolicies.Office>] int Handle(); }", "IOne one = new Two();", "class Two : IOne { public int Handle() => 1; }")]
    [InlineData("app.MapGet(\"/x\", one.Handle);", "abstract class One { [RequireIpPolicy<IpPolicies.Office>] public abstract int Handle(); }", "One one = new Two();", "class Two : One { public override int Handle() => 1; }")]
    [InlineData("app.MapGet(\"/x\", one.Handle); //!! PSDK6001 MapGet", "abstract class One { public abstract int Handle(); }", "Two one = new Two();", "sealed class Two : One { public override int Handle() => 1; }")]
    public async Task Which_method_handles_is_not_told_before_it_is_called(string mapping, string contract, string variable, string type) =>
        await RuleCheck.Statements<EndpointAnalyzer>(variable + "\n" + mapping, contract + "\n" + type);

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => new Answer()); //!! PSDK6004 MapGet")]
    [InlineData("app.MapGet(\"/x\", async Task<Answer> () => { await Task.Yield(); return new Answer(); }); //!! PSDK6004 MapGet")]
    [InlineData("app.MapGet(\"/x\", () => new { Answer = 1 }); //!! PSDK6001 MapGet")]
    public async Task Types_of_results_may_add_metadata(string mapping) => await RuleCheck.Statements<EndpointAnalyzer>(
        mapping,
        """
        class Answer : IResult, Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider
        {
            public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
            public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new RequireIpPolicyAttribute<IpPolicies.Office>());
        }
        """);

    [Theory]
    [InlineData("Maps.Add(app, out var one); one.RequireIpPolicy<IpPolicies.Office>();", "public static void Add(WebApplication app, out RouteHandlerBuilder one) => one = app.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\n")]
    [InlineData("_ = Maps.Wrapped(app) + 1;", "public static Maps Wrapped(WebApplication app) => app.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\n")]
    [InlineData("", "public static Maps Office(WebApplication app) => new Maps() + app.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\n")]
    public async Task Operators_and_out_parameters_are_not_followed(string statement, string member) => await RuleCheck.Statements<EndpointAnalyzer>(
        statement,
        $$"""
        sealed class Maps
        {
            {{member}}
            public static Maps operator +(Maps maps, RouteHandlerBuilder builder) { builder.RequireIpPolicy<IpPolicies.Office>(); return maps; }
            public static Maps operator +(Maps maps, int count) => maps;
            public static implicit operator Maps(RouteHandlerBuilder builder) { builder.RequireIpPolicy<IpPolicies.Office>(); return new Maps(); }
        }
        """);

    [Theory]
    [InlineData("new[] { app.MapGet(\"/x\", () => 1) }.Select(one => one.RequireIpPolicy<IpPolicies.Office>()).ToList(); //!! PSDK6004 MapGet")]
    [InlineData("var all = new[] { app.MapGet(\"/x\", () => 1) }; //!! PSDK6004 MapGet\nvar done = all.Select(one => one.RequireIpPolicy<IpPolicies.Office>()).ToList();")]
    [InlineData("foreach (var one in new[] { app.MapGet(\"/x\", () => 1) }.Where(one => one is not null)) { one.RequireIpPolicy<IpPolicies.Office>(); } //!! PSDK6004 MapGet")]
    [InlineData("Array.ForEach([app.MapGet(\"/x\", () => 1)], one => one.RequireIpPolicy<IpPolicies.Office>()); //!! PSDK6004 MapGet")]
    public async Task What_queries_go_through_is_not_followed(string statement) => await RuleCheck.Statements<EndpointAnalyzer>((statement.StartsWith("new", StringComparison.Ordinal) ? "_ = " : "") + statement);

    private const string Transformer = """
        class Routes : Microsoft.AspNetCore.Mvc.Routing.DynamicRouteValueTransformer { public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext context, RouteValueDictionary values) => new(values); }
        """;
}
