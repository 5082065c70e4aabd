using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6003: a policy or an opt-out that never takes effect.</summary>
public sealed class Psdk6003Tests
{
    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().WithName(\"x\").AllowAnyAddress(\"a reason\"); //!! PSDK6003 RequireIpPolicy")]
    [InlineData("app.MapGet(\"/x\", () => 1)\n.RequireIpPolicy<IpPolicies.Office>() //!! PSDK6003 RequireIpPolicy\n.RequireIpPolicy<IpPolicies.Admin>() //!! PSDK6003 RequireIpPolicy\n.AllowAnyAddress(\"a reason\");")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 RequireIpPolicy\ng.MapGet(\"/x\", [AllowAnyAddress(\"a reason\")] () => 1);")]
    public async Task A_policy_is_told_where_a_nearer_opt_out_always_discards_it(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 AllowAnyAddress")]
    [InlineData("app.MapGet(\"/x\", [AllowAnyAddress(\"a reason\")] () => 1).RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 AllowAnyAddress")]
    [InlineData("app.MapGroup(\"/g\").MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 AllowAnyAddress")]
    [InlineData("var g = app.MapGroup(\"/g\").AllowAnyAddress(\"a reason\"); //!! PSDK6003 AllowAnyAddress\ng.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var f = app.MapGroup(\"/f\");\nvar g = f.MapGroup(\"/g\").AllowAnyAddress(\"a reason\"); //!! PSDK6003 AllowAnyAddress\ng.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    public async Task An_opt_out_is_told_where_a_policy_is_nearer_and_none_is_farther_out(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Admin>().MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var f = app.MapGroup(\"/f\");\nvar g = f.MapGroup(\"/g\").AllowAnyAddress(\"a reason\");\ng.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();\nf.RequireIpPolicy<IpPolicies.Admin>();")]
    [InlineData("var f = app.MapGroup(\"/f\");\nModules.Guard(f);\nf.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var f = app.MapGroup(\"/f\");\nf.WithMetadata(new RequireIpPolicyAttribute<IpPolicies.Admin>());\nf.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("Modules.Map(app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Admin>());")]
    [InlineData("app.MapGet(\"/x\", Modules.Get).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("Delegate get = Modules.Get;\napp.MapGet(\"/x\", get).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Admin>().MapGet(\"/x\", [AllowAnyAddress(\"a reason\")] () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    public async Task An_opt_out_that_discards_a_policy_farther_out_is_not_told(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(
        statements,
        """
        static class Modules
        {
            [RequireIpPolicy<IpPolicies.Admin>] public static int Get() => 1;
            public static void Guard(RouteGroupBuilder group) => group.RequireIpPolicy<IpPolicies.Admin>();
            public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/x", () => 1).AllowAnyAddress("a reason").RequireIpPolicy<IpPolicies.Office>();
        }
        """);

    [Theory]
    [InlineData("new List<RouteGroupBuilder> { app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Admin>() }.First().MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var all = new Dictionary<string, RouteGroupBuilder> { [\"k\"] = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Admin>() };\nif (!all.TryGetValue(\"k\", out var g)) { g = app.MapGroup(\"/k\"); }\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var all = new Dictionary<string, RouteGroupBuilder>(); var g = app.MapGroup(\"/g\"); all.TryAdd(\"k\", g);\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var all = new Dictionary<string, RouteGroupBuilder>(); RouteGroupBuilder g; all.Remove(\"k\", out g!); g = g.MapGroup(\"/x\");\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapGet(\"/x\", () => new Answer()).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>();")]
    public async Task Nor_where_that_can_not_be_told(string statements) => await AssertNotTold(
        (statements.StartsWith("new", StringComparison.Ordinal) ? "_ = " : "") + statements,
        """
        class Answer : IResult, Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider
        {
            public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
            public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new RequireIpPolicyAttribute<IpPolicies.Admin>());
        }
        """);

    [Theory]
    [InlineData("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>().MapThings().AllowAnyAddress(\"a reason\");")]
    [InlineData("var root = app.MapGroup(\"/r\");\nvar g = root.RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");\nroot.MapGet(\"/y\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/g\").WithDefaults().RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");")]
    [InlineData("var g = app.MapGroup(\"/g\").AllowAnyAddress(\"a reason\").WithDefaults();\ng.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();\ng.MapStaticAssets().AllowAnyAddress(\"a reason\");")]
    public async Task A_policy_that_holds_for_something_else_is_not_told(string statements) => await AssertNotTold(
        statements,
        """
        static class Things
        {
            public static RouteHandlerBuilder MapThings(this RouteGroupBuilder group) { group.MapGet("/a", () => 1).AllowAnyAddress("a reason"); return group.MapGet("/b", () => 1); }
            public static RouteGroupBuilder WithDefaults(this RouteGroupBuilder group) { group.MapGet("/health", () => 1).AllowAnyAddress("a reason"); return group; }
        }
        """);

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().RequireIpPolicy<IpPolicies.Admin>();")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");\ng.MapGet(\"/y\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");\nvar h = g.MapGroup(\"/h\");\nh.MapGet(\"/y\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();")]
    public async Task Not_told_where_it_counts_for_somebody(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("[AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\")] public int Get() => 1; }")]
    [InlineData("public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public int Get() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public class XHub : Hub;")]
    [InlineData("[AllowAnyAddress(\"a reason\")] public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Admin>] public int Get() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\"), AllowAnyAddress(\"a reason\")] public int Get() => 1; } //!! PSDK6003 RequireIpPolicy")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\"), AllowAnyAddress(\"a reason\")] public int Get() => 1; } public class YController : XController { [HttpGet(\"/y\")] public int GetY() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\"), AllowAnyAddress(\"a reason\")] public int Get() => 1; [HttpPut(\"/x\")] public int Put() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : XBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Admin>] public override int Get() => 1; } public abstract class XBase : ControllerBase { [AllowAnyAddress(\"a reason\")] public abstract int Get(); }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : XBase { [HttpGet(\"/x\"), AllowAnyAddress(\"a reason\")] public override int Get() => 1; } public abstract class XBase : ControllerBase { [RequireIpPolicy<IpPolicies.Admin>] public abstract int Get(); } //!! PSDK6003 RequireIpPolicy")]
    public async Task The_policy_of_a_controller_is_told_where_every_action_opts_out(string types) =>
        await RuleCheck.Statements<OverriddenAttributeAnalyzer>("app.MapControllers();", types);

    [Theory]
    [InlineData("app.MapGet(\"/x\", [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] () => 1);", "")]
    [InlineData("app.MapGet(\"/x\", [AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] () => 1);", "")]
    [InlineData("app.MapGet(\"/x\", X.Get);", "static class X { [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public static int Get() => 1; }")]
    [InlineData("app.MapGet(\"/x\", new X().Get);", "class X { [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public int Get() => 1; }")]
    [InlineData("app.MapGet(\"/x\", new X().Get);", "class X { [AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; }")]
    public async Task On_a_function_a_policy_holds_beside_an_opt_out(string statements, string types) =>
        await RuleCheck.Statements<OverriddenAttributeAnalyzer>(statements, types);

    // Of PSDK6003; what else is told is not at issue.
    private static async Task AssertNotTold(string statements, string types)
    {
        var compilation = SampleApplication.Parse("Program", $"var app = WebApplication.Create();\n{statements}\n{types}").Compile();
        Assert.DoesNotContain(await AnalyzedProject.Analyze(compilation, [new EndpointAnalyzer()]), static diagnostic => diagnostic.Id == "PSDK6003");
    }
}
