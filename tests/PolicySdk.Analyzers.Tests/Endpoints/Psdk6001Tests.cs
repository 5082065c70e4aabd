using Microsoft.CodeAnalysis;
using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6001: an endpoint that no policy and no opt-out reaches. The applications of the corpus hold the shapes; this, each clause.</summary>
public sealed class Psdk6001Tests
{
    private const string Controller = """
        [Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; [HttpPost] public int Post() => 2; }
        """;

    public static TheoryData<string> Mappings =>
    [
        "app.MapGet(\"/x\", () => 1)", "app.MapPost(\"/x\", () => 1)", "app.MapPut(\"/x\", () => 1)", "app.MapDelete(\"/x\", () => 1)", "app.MapPatch(\"/x\", () => 1)",
        "app.MapMethods(\"/x\", [\"OPTIONS\"], () => 1)", "app.Map(\"/x\", () => 1)", "app.MapGet(\"/x\", (HttpContext context) => context.Response.WriteAsync(\"x\"))",
        "app.MapHub<NewsHub>(\"/x\")", "app.MapHealthChecks(\"/x\")", "app.MapFallback(() => 1)", "app.MapFallbackToFile(\"index.html\")", "app.MapStaticAssets()",
        "app.MapConnectionHandler<Lines>(\"/x\")", "app.MapShortCircuit(404, \"robots.txt\")", "app.MapFallbackToPage(\"/Index\")", "app.MapRazorPages()",
    ];

    [Theory, MemberData(nameof(Mappings))]
    public async Task Each_kind_of_mapping_is_told_by_its_name_until_it_has_a_policy_or_a_reason(string mapping)
    {
        const string types = """
            class NewsHub : Hub;
            class Lines : Microsoft.AspNetCore.Connections.ConnectionHandler { public override Task OnConnectedAsync(Microsoft.AspNetCore.Connections.ConnectionContext connection) => Task.CompletedTask; }
            """;
        var name = mapping.Split('.', 2)[1].Split('(', '<')[0];

        await RuleCheck.Statements<EndpointAnalyzer>($"{mapping}; //!! PSDK6001 {name}", types);
        await RuleCheck.Statements<EndpointAnalyzer>($"{mapping}.RequireIpPolicy<IpPolicies.Office>();", types);
        await RuleCheck.Statements<EndpointAnalyzer>($"{mapping}.AllowAnyAddress(\"a reason\");", types);
        await RuleCheck.Statements<EndpointAnalyzer>($"{mapping.Replace("app.", "app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>().")};", types);
    }

    [Theory]
    [InlineData("if (args.Length > 0) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("if (args.Length > 0) { endpoint.RequireIpPolicy<IpPolicies.Office>(); } else { endpoint.AllowAnyAddress(\"a reason\"); }", true)]
    [InlineData("if (args.Length > 0) { throw new InvalidOperationException(); } endpoint.RequireIpPolicy<IpPolicies.Office>();", true)]
    [InlineData("if (args.Length > 0) { return; } endpoint.RequireIpPolicy<IpPolicies.Office>();", false)]
    [InlineData("_ = args.Length > 0 ? endpoint.RequireIpPolicy<IpPolicies.Office>() : endpoint.RequireIpPolicy<IpPolicies.Admin>();", true)]
    [InlineData("_ = args.Length > 0 ? endpoint.RequireIpPolicy<IpPolicies.Office>() : endpoint;", false)]
    [InlineData("switch (args.Length) { case 0: endpoint.RequireIpPolicy<IpPolicies.Office>(); break; default: endpoint.RequireIpPolicy<IpPolicies.Admin>(); break; }", true)]
    [InlineData("switch (args.Length) { case 0: endpoint.RequireIpPolicy<IpPolicies.Office>(); break; }", false)]
    [InlineData("foreach (var _ in args) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("do { endpoint.RequireIpPolicy<IpPolicies.Office>(); } while (args.Length > 5);", true)]
    [InlineData("while (args.Length > 5) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("try { endpoint.WithName(\"x\"); } finally { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("_ = args.Length > 0 && endpoint.RequireIpPolicy<IpPolicies.Office>() is not null;", false)]
    [InlineData("if (endpoint is not null) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (endpoint != null) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (!(null == endpoint)) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (endpoint is null) { return; } endpoint.RequireIpPolicy<IpPolicies.Office>();", true)]
    [InlineData("if (endpoint is null) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("if (endpoint is not null && args.Length > 0) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("if (endpoint is { } other) { other.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (endpoint is RouteHandlerBuilder other) { other.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (endpoint is { } other) { app.MapGet(\"/y\", () => 1).RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("if (args is not null) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("if (true) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    [InlineData("if (false) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", false)]
    [InlineData("endpoint?.RequireIpPolicy<IpPolicies.Office>();", true)]
    [InlineData("lock (args) { endpoint.RequireIpPolicy<IpPolicies.Office>(); }", true)]
    public async Task A_policy_counts_when_every_path_puts_it_on(string statement, bool isCovered) =>
        await RuleCheck.Statements<EndpointAnalyzer>($"var endpoint = app.MapGet(\"/x\", () => 1);{(isCovered ? "" : " //!! PSDK6001 MapGet")}\n{statement}");

    [Theory]
    [InlineData("if (app.MapGet(\"/x\", () => 1) is { } one) { one.RequireIpPolicy<IpPolicies.Office>(); }")]
    [InlineData("if (app.MapGet(\"/x\", () => 1) is RouteHandlerBuilder one) { one.RequireIpPolicy<IpPolicies.Office>(); }")]
    [InlineData("if (app.MapGet(\"/x\", () => 1) is not { } one) { return; } one.RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("if (app.MapGet(\"/x\", () => 1) is { } one) { one.WithName(\"x\"); } //!! PSDK6001 MapGet")]
    public async Task A_pattern_hands_on_what_it_names(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("""
        var g = app.MapGroup("/a").RequireIpPolicy<IpPolicies.Office>();
        g.MapGet("/x", () => 1);
        g = app.MapGroup("/b");
        g.MapGet("/y", () => 1); //!! PSDK6001 MapGet
        """)]
    [InlineData("""
        var g = app.MapGroup("/a");
        g.RequireIpPolicy<IpPolicies.Office>();
        g.MapGet("/x", () => 1);
        g = app.MapGroup("/b");
        g.MapGet("/y", () => 1); //!! PSDK6001 MapGet
        """)]
    [InlineData("""
        var g = app.MapGroup("/a");
        g.MapGet("/x", () => 1); //!! PSDK6001 MapGet
        g = app.MapGroup("/b");
        g.MapGet("/y", () => 1);
        g.RequireIpPolicy<IpPolicies.Office>();
        """)]
    [InlineData("""
        var g = app.MapGroup("/a").RequireIpPolicy<IpPolicies.Office>();
        if (args.Length > 0) { g = app.MapGroup("/b"); }
        g.MapGet("/y", () => 1); //!! PSDK6001 MapGet
        """)]
    [InlineData("""
        RouteGroupBuilder g;
        if (args.Length > 0) { g = app.MapGroup("/a").RequireIpPolicy<IpPolicies.Office>(); } else { g = app.MapGroup("/b").RequireIpPolicy<IpPolicies.Admin>(); }
        g.MapGet("/y", () => 1);
        """)]
    [InlineData("""
        var g = app.MapGroup("/a").RequireIpPolicy<IpPolicies.Office>();
        foreach (var name in args) { g.MapGet("/" + name, () => 1); g = app.MapGroup("/b"); } //!! PSDK6001 MapGet
        """)]
    public async Task A_variable_that_is_used_again_is_told_by_the_group_that_it_holds(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Fact]
    public async Task Removing_the_policy_of_a_group_shows_every_endpoint_below_it()
    {
        const string code = """
            var group = app.MapGroup("/g").RequireIpPolicy<IpPolicies.Office>();
            group.MapGet("/a", () => 1); //!! PSDK6001 MapGet
            group.MapGroup("/h").MapPost("/b", () => 2); //!! PSDK6001 MapPost
            Modules.Map(group);
            """;
        const string types = """
            static class Modules { public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/c", () => 3); //!! PSDK6001 MapPut
            }
            """;

        await RuleCheck.Statements<EndpointAnalyzer>(code.Replace(".RequireIpPolicy<IpPolicies.Office>()", ""), types);
        await RuleCheck.Statements<EndpointAnalyzer>(WithoutMarks(code), WithoutMarks(types));
    }

    [Fact]
    public async Task A_controller_is_told_once_and_an_action_alone_where_others_are_covered()
    {
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapControllers();", Controller + " //!! PSDK6001 OrdersController");
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapControllers();", Controller.Replace("[HttpPost]", "[HttpPost, AllowAnyAddress(\"a reason\")]") + " //!! PSDK6001 Get");
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapControllers();", "[RequireIpPolicy<IpPolicies.Office>]" + Controller);
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapControllers().RequireIpPolicy<IpPolicies.Office>();", Controller);
        await RuleCheck.Statements<EndpointAnalyzer>("app.MapGroup(\"/g\").AllowAnyAddress(\"a reason\").MapControllers();", Controller);
    }

    [Fact]
    public async Task What_the_member_itself_tells_is_told_before_all_code_is_known()
    {
        var live = await RuleCheck.Statements<EndpointAnalyzer>("app.MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet");
        var atEnd = await RuleCheck.Statements<EndpointAnalyzer>("Modules.Map(app);", "static class Modules { public static void Map(IEndpointRouteBuilder app) => app.MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet\n}");

        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, Assert.Single(live).Descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.CompilationEnd, Assert.Single(atEnd).Descriptor.CustomTags);
    }

    [Fact]
    public async Task Guardrails_make_an_error_of_it()
    {
        const string guardrails = "[assembly: IpPolicyGuardrails(UnprotectedEndpointsAreErrors = true)]";
        var byDefault = await RuleCheck.Code<EndpointAnalyzer>("WebApplication.Create().MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet");
        var guarded = await RuleCheck.Code<EndpointAnalyzer>(guardrails + "\nWebApplication.Create().MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet");

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(byDefault).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(guarded).Severity);
    }

    [Fact]
    public async Task The_message_names_the_endpoint_and_a_policy_of_the_project()
    {
        var diagnostics = await RuleCheck.Statements<EndpointAnalyzer>("app.MapGet(\"/orders/{id}\", (int id) => id); //!! PSDK6001 MapGet");

        Assert.Equal(
            "Endpoint '/orders/{id}' has neither an IP policy nor an opt-out: it refuses everybody by default. Add .RequireIpPolicy<IpPolicies.Admin>() or .AllowAnyAddress(reason).",
            Assert.Single(diagnostics).GetMessage());
    }

    [Theory]
    [InlineData("/a\\n/b", "Endpoint '/a\\u000A/b' ")]
    [InlineData("/a\\u202Eb", "Endpoint '/a\\u202Eb' ")]
    [InlineData("", "What MapGet maps ")]
    public async Task A_route_is_told_in_one_line(string route, string begin)
    {
        var diagnostics = await RuleCheck.Statements<EndpointAnalyzer>($"app.MapGet(\"{route}\", () => 1); //!! PSDK6001 MapGet");

        Assert.StartsWith(begin, Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.MapHub<X>(\"/x\");", "public class X : Hub { public int Get() => 1; [RequireIpPolicy<IpPolicies.Office>] public int Secret() => 2; }")]
    [InlineData("app.MapHub<X>(\"/x\");", "public class X : XBase; public abstract class XBase : Hub { [RequireIpPolicy<IpPolicies.Office>] public int Secret() => 2; }")]
    [InlineData("app.MapHub<X>(\"/x\"); //!! PSDK6001 MapHub", "public class X : Hub { [AllowAnyAddress(\"a reason\")] public int Get() => 1; [RequireIpPolicy<IpPolicies.Office>] private int Secret() => 2; }")]
    [InlineData("app.MapRazorPages();", "public class X : PageModel { public void OnGet() { } [RequireIpPolicy<IpPolicies.Office>] public void OnPost() { } }")]
    [InlineData("app.MapRazorPages();", "public class X : PageModel { [AllowAnyAddress(\"a reason\")] public void OnGet() { } [RequireIpPolicy<IpPolicies.Office>] public void Load() { } } //!! PSDK6001 X")]
    public async Task A_policy_on_a_method_of_a_hub_or_page_is_one_of_the_whole(string statements, string types) => await RuleCheck.Statements<EndpointAnalyzer>(statements, types);

    private static string WithoutMarks(string code) => string.Join('\n', code.Split('\n').Select(static line => line.Split(" //!!")[0]));
}
