using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>What a variable holds where it is used: told where it is certain, left open (PSDK6004) where it is not, and never guessed to be covered.</summary>
public sealed class VariableTests
{
    private const string Types = """
        static class M
        {
            public static RouteGroupBuilder? Group;
            public static RouteGroupBuilder Api => App!.MapGroup("/api");
            public static WebApplication? App;
            public static void Open(WebApplication app, ref RouteGroupBuilder group) => group = app.MapGroup("/open");
            public static void New(WebApplication app, out RouteGroupBuilder group) => group = app.MapGroup("/new");
            public static void Reset(WebApplication app) => Group = app.MapGroup("/reset");
        }
        class Holder { public RouteGroupBuilder? G; }
        """;

    [Theory]
    [InlineData("RouteGroupBuilder? g = null; if (args.Length > 0) { g = app.MapGroup(\"/open\"); }\ng ??= app.MapGroup(\"/x\").R();\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("RouteGroupBuilder? g = null;\ng ??= app.MapGroup(\"/x\").R();\ng.MapGet(\"/x\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/open\"); RouteGroupBuilder? h = null; if (args.Length > 0) { h = app.MapGroup(\"/h\").R(); }\nif (h is not null) { g = h; }\ng.MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet")]
    [InlineData("var g = app.MapGroup(\"/g\").R(); switch (args.Length) { case 1: g.MapGet(\"/x\", () => 1); break; case 2: g = app.MapGroup(\"/open\"); goto case 1; } //!! PSDK6001 MapGet")]
    [InlineData("var g = app.MapGroup(\"/g\").R(); var i = 0;\ntop: g.MapGet(\"/x\" + i, () => 1); //!! PSDK6001 MapGet\ng = app.MapGroup(\"/open\"); if (i++ < 2) { goto top; }")]
    [InlineData("List<RouteGroupBuilder>? l = args.Length > 0 ? [] : null; var g = app.MapGroup(\"/open\"); l?.Add(g = app.MapGroup(\"/x\").R());\ng.MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet")]
    [InlineData("if (args.Length > 3) { Map(app, app.MapGroup(\"/a\")); } else { Map(app, null); }\nstatic void Map(WebApplication app, RouteGroupBuilder? g) {\nif (g is null) { g = app.MapGroup(\"/b\"); } else { g.R(); }\ng.MapGet(\"/x\", () => 1); } //!! PSDK6001 MapGet")]
    public async Task A_value_may_be_left_where_another_is_set_on_some_path(string statements) => await Check(statements);

    [Theory]
    [InlineData("var g = app.MapGroup(\"/g\").R(); M.Open(app, ref g);\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("var g = app.MapGroup(\"/g\").R(); M.New(app, out g);\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("var g = app.MapGroup(\"/g\").R(); (g, var n) = (app.MapGroup(\"/open\"), 1);\ng.MapGet(\"/x\", () => n); //!! PSDK6004 MapGet")]
    [InlineData("var g = app.MapGroup(\"/g\").R(); ref var r = ref g; r = app.MapGroup(\"/open\");\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("var all = new Dictionary<string, RouteGroupBuilder>(); if (!all.TryGetValue(\"k\", out var g)) { g = app.MapGroup(\"/k\").R(); }\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("var all = new Dictionary<string, RouteGroupBuilder>(); if (!all.TryGetValue(\"k\", out var g)) { g = app.MapGroup(\"/k\"); }\ng.R(); g.MapGet(\"/x\", () => 1);")]
    [InlineData("var e = app.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\nvar f = app.MapGet(\"/y\", () => 1); //!! PSDK6004 MapGet\n(e, f) = (f, e); e.R();")]
    public async Task What_can_not_be_seen_may_have_set_it(string statements) => await Check(statements);

    [Theory]
    [InlineData("var g = app.MapGroup(\"/a\"); g.R();\nforeach (var n in args) { g.MapGet(\"/\" + n, () => 1); g = app.MapGroup(\"/b\"); } //!! PSDK6001 MapGet")]
    [InlineData("var g = app.MapGroup(\"/a\"); g.R(); F();\ng.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\nvoid F() { g = app.MapGroup(\"/b\"); }")]
    [InlineData("Map(app.MapGroup(\"/a\"), app);\nstatic void Map(RouteGroupBuilder g, WebApplication app) { g.R(); g.MapGet(\"/x\", () => 1); g = app.MapGroup(\"/b\");\ng.MapGet(\"/y\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("Secure(app, app.MapGet(\"/x\", () => 1)); //!! PSDK6004 MapGet\nstatic void Secure(WebApplication app, RouteHandlerBuilder e) { e = app.MapGet(\"/z\", () => 1); e.R(); }")]
    [InlineData("Secure(app.MapGet(\"/x\", () => 1));\nstatic void Secure(RouteHandlerBuilder e) { e = e.WithName(\"x\"); e.R(); }")]
    [InlineData("var e = app.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet\nF(); e.R();\nvoid F() { e = app.MapGet(\"/y\", () => 1); } //!! PSDK6004 MapGet")]
    [InlineData("M.Group = app.MapGroup(\"/a\"); M.Group.R(); M.Reset(app);\nM.Group.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("foreach (var n in args) { var g = app.MapGroup(n); g.R(); g.MapGet(\"/x\", () => 1); }")]
    [InlineData("RouteGroupBuilder g; foreach (var n in args) { g = app.MapGroup(n); g.R(); g.MapGet(\"/x\", () => 1); g = app.MapGroup(\"/b\"); g.R(); g.MapGet(\"/y\", () => 1); }")]
    public async Task A_policy_is_that_of_the_value_at_that_time(string statements) => await Check(statements);

    [Theory]
    [InlineData("RouteHandlerBuilder e; if (args.Length > 0) { e = app.MapGet(\"/a\", () => 1); } else { e = app.MapGet(\"/b\", () => 1); }\ne.R();")]
    [InlineData("RouteHandlerBuilder e; switch (args.Length) { case 1: e = app.MapGet(\"/a\", () => 1); break; default: e = app.MapGet(\"/b\", () => 1); break; }\ne.R();")]
    [InlineData("var e = app.MapGet(\"/a\", () => 1); //!! PSDK6004 MapGet\nif (args.Length > 0) { e = app.MapGet(\"/b\", () => 1); }\ne.R();")]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { routes = routes.MapGroup(\"/x\").R(); routes.MapGet(\"/y\", () => 1); }")]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { if (routes is WebApplication) { routes = routes.MapGroup(\"/x\").R(); }\nroutes.MapGet(\"/y\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("Delegate d = () => 1; d = [AllowAnyAddress(\"a reason\")] () => 2; app.MapGet(\"/x\", d);")]
    [InlineData("var e = app.MapGet(\"/x\", () => 1); while (true) { e.R(); break; }")]
    [InlineData("var e = app.MapGet(\"/x\", () => 1); while (true) { if (args.Length > 0) { break; } e.R(); } //!! PSDK6001 MapGet")]
    public async Task Of_alternatives_each_counts_for_itself(string statements) => await Check(statements);

    [Theory]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { if (routes as RouteGroupBuilder is { } group) { group.R(); }\nroutes.MapGet(\"/x\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { var group = routes as RouteGroupBuilder; if (group is not null) { group.R(); }\nroutes.MapGet(\"/x\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("IEndpointConventionBuilder e = app.MapGet(\"/x\", () => 1); if (e as RouteGroupBuilder != null) { e.R(); } //!! PSDK6001 MapGet")]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { (routes as RouteGroupBuilder)?.R();\nroutes.MapGet(\"/x\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("Map(app);\nstatic void Map(IEndpointRouteBuilder routes) { var g = (routes as RouteGroupBuilder) is null ? routes : routes.MapGroup(\"/x\").R();\ng.MapGet(\"/x\", () => 1); } //!! PSDK6001 MapGet")]
    [InlineData("var one = new Holder { G = app.MapGroup(\"/1\") }; var two = new Holder { G = app.MapGroup(\"/2\") };\nif (one.G is not null) { two.G!.R(); }\ntwo.G!.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("var a = new Holder(); var b = new Holder(); a.G = app.MapGroup(\"/a\"); b.G = app.MapGroup(\"/b\"); a.G.R();\nb.G.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("M.App = app; M.Api.R();\nM.Api.MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet")]
    public async Task Another_type_or_object_is_no_null(string statements) => await Check(statements);

    [Theory]
    [InlineData("List<RouteGroupBuilder> gs = [app.MapGroup(\"/a\").R()]; gs.Add(app.MapGroup(\"/open\"));\nforeach (var g in gs) { g.MapGet(\"/x\", () => 1); } //!! PSDK6004 MapGet")]
    [InlineData("RouteGroupBuilder[] gs = [app.MapGroup(\"/a\").R()]; gs[0] = app.MapGroup(\"/open\");\nforeach (var g in gs) { g.MapGet(\"/x\", () => 1); } //!! PSDK6004 MapGet")]
    [InlineData("RouteGroupBuilder[] gs = [app.MapGroup(\"/a\").R(), app.MapGroup(\"/b\").R()];\nforeach (var g in gs) { g.MapGet(\"/x\", () => 1); }")]
    public async Task A_list_holds_what_it_began_with_only_where_nobody_else_has_it(string statements) => await Check(statements);

    [Theory]
    [InlineData("new[] { app.MapGet(\"/x\", () => 1) }.First().R(); //!! PSDK6004 MapGet")]
    [InlineData("foreach (var some in new[] { app.MapGet(\"/x\", () => 1) }.Chunk(2)) { foreach (var one in some) { one.R(); } } //!! PSDK6004 MapGet")]
    [InlineData("Array.ForEach([app.MapGet(\"/x\", () => 1)], Fluent.Secure); //!! PSDK6004 MapGet")]
    [InlineData("Array.ForEach([app.MapGet(\"/x\", () => 1)], one => one.Secure()); //!! PSDK6004 MapGet")]
    [InlineData("foreach (var one in Fluent.All(app).ToList()) { one.R(); }")]
    [InlineData("Fluent.Make(app).Result.R();")]
    [InlineData("Fluent.Make(app).GetAwaiter().GetResult().R();")]
    [InlineData("(await Fluent.Make(app).ConfigureAwait(false)).R();")]
    [InlineData("_ = app.MapGet(\"/x\", () => 1).Secured; //!! PSDK6004 MapGet")]
    [InlineData("app.MapGet(\"/x\", Results<Answer, Microsoft.AspNetCore.Http.HttpResults.NotFound> () => new Answer()); //!! PSDK6004 MapGet", "using Microsoft.AspNetCore.Http.HttpResults;")]
    [InlineData("app.MapGet(\"/x\", ([AsParameters] Arguments arguments) => 1); //!! PSDK6004 MapGet")]
    public async Task What_goes_through_other_types_is_left_open(string statement, string usings = "")
    {
        var isMade = statement.Contains("Make", StringComparison.Ordinal);
        var isAll = statement.Contains("All(", StringComparison.Ordinal);
        await RuleCheck.Code<EndpointAnalyzer>(Full($$"""
            {{usings}}
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddIpPolicies();
            var app = builder.Build();
            app.UseIpPolicies();
            {{(statement.StartsWith("new", StringComparison.Ordinal) ? "_ = " : "")}}{{statement}}
            app.Run();
            static class Fluent
            {
                public static void Secure(this RouteHandlerBuilder one) => one.R();
                {{(isMade ? "public static async Task<RouteHandlerBuilder> Make(WebApplication app) { await Task.Yield(); return app.MapGet(\"/x\", () => 1); } //!! PSDK6004 MapGet" : "")}}
                {{(isAll ? "public static IEnumerable<RouteHandlerBuilder> All(WebApplication app) { yield return app.MapGet(\"/x\", () => 1); } //!! PSDK6004 MapGet" : "")}}
                extension(RouteHandlerBuilder one) { public RouteHandlerBuilder Secured => one.R(); }
            }
            class Answer : IResult, Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider
            {
                public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
                public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new RequireIpPolicyAttribute<IpPolicies.Office>());
            }
            class Guard : Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider
            {
                public static bool TryParse(string text, out Guard guard) { guard = new(); return true; }
                public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new RequireIpPolicyAttribute<IpPolicies.Office>());
            }
            record Arguments(Guard Guard);
            """));
    }

    [Fact]
    public async Task A_conversion_of_the_project_may_give_any_group() => await RuleCheck.Statements<EndpointAnalyzer>(
        Full("Maps maps = app.MapGroup(\"/x\").R();\n((IEndpointRouteBuilder)maps.Routes).MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet"),
        "class Maps { public required IEndpointRouteBuilder Routes; public static implicit operator Maps(RouteGroupBuilder group) => new() { Routes = Other()! }; static IEndpointRouteBuilder? Other() => null; }");

    [Theory]
    [InlineData("var g = app.MapGroup(\"/g\").R(); foreach (var n in args) { if (n.StartsWith('[')) { g = app.MapGroup(n); } else { g.MapGet(\"/\" + n, () => 1); } } //!! PSDK6001 MapGet")]
    [InlineData("foreach (var n in args) { RouteGroupBuilder g; if (n.StartsWith('[')) { g = app.MapGroup(n); } else { g = app.MapGroup(\"/x\").R(); g.MapGet(\"/\" + n, () => 1); } }")]
    [InlineData("RouteHandlerBuilder? last = null; foreach (var n in args) { last = app.MapGet(n, () => 1); } //!! PSDK6004 MapGet\nlast?.R();")]
    [InlineData("RouteGroupBuilder e; var i = 0; do { e = app.MapGroup(\"/\" + i); e.MapGet(\"/x\", () => 1); } while (i++ < 3); //!! PSDK6004 MapGet\ne.R();")]
    [InlineData("var l = new List<RouteHandlerBuilder>(); foreach (var n in args) { l.Add(app.MapGet(n, () => 1)); } //!! PSDK6004 MapGet\nforeach (var e in l) { e.R(); if (args.Length > 3) { return; } }")]
    [InlineData("var l = new List<RouteHandlerBuilder>(); foreach (var n in args) { l.Add(app.MapGet(n, () => 1)); } //!! PSDK6004 MapGet\nforeach (var e in l) { e.R(); break; }")]
    [InlineData("var l = new List<RouteHandlerBuilder>(); foreach (var n in args) { l.Add(app.MapGet(n, () => 1)); }\nforeach (var e in l) { foreach (var n in args) { if (n == \"\") { break; } } e.R(); }")]
    [InlineData("Map(app.MapGroup(\"/g\").R(), app, args.ToList());\nstatic void Map(RouteGroupBuilder g, WebApplication app, List<string> args) { args.ForEach(n => { g.MapGet(n, () => 1); g = app.MapGroup(\"/open\"); }); } //!! PSDK6001 MapGet")]
    [InlineData("var g = app.MapGroup(\"/x\"); if (args.Length > 2) { goto skip; }\ng.R();\nskip: g.MapGet(\"/q\", () => 1); //!! PSDK6004 MapGet")]
    public async Task What_runs_again_may_hold_another(string statements) => await Check(statements);

    [Theory]
    [InlineData("RouteGroupBuilder? g = null; if (args.Length > 1) { g = app.MapGroup(\"/s\").R(); }\nEnsure(app, g).MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet\nstatic RouteGroupBuilder Ensure(WebApplication app, RouteGroupBuilder? g) { g ??= app.MapGroup(\"/v1\"); return g; }")]
    [InlineData("Api(app.MapGroup(\"/g\").R(), app).MapGet(\"/x\", () => 1); //!! PSDK6001 MapGet\nstatic IEndpointRouteBuilder Api(IEndpointRouteBuilder routes, WebApplication app) { routes = app.MapGroup(\"/api\"); return routes; }")]
    [InlineData("Api(app).MapGet(\"/x\", () => 1);\nstatic IEndpointRouteBuilder Api(IEndpointRouteBuilder routes) { routes = routes.MapGroup(\"/api\").R(); return routes; }")]
    [InlineData("var s = app.MapGroup(\"/s\").R(); Prefixed(s, \"/a\").MapGet(\"/x\", () => 1);\nPrefixed(app, null).MapGet(\"/y\", () => 1).R();\nstatic IEndpointRouteBuilder Prefixed(IEndpointRouteBuilder routes, string? p) => p is null ? routes : routes.MapGroup(p);")]
    [InlineData("var s = app.MapGroup(\"/s\").R(); Prefixed(s, \"/a\").MapGet(\"/x\", () => 1);\nPrefixed(app, null).MapGet(\"/y\", () => 1).R();\nstatic IEndpointRouteBuilder Prefixed(IEndpointRouteBuilder routes, string? p) { var g = routes; if (p is not null) { g = routes.MapGroup(p); } return g; }")]
    [InlineData("Nested(app.MapGroup(\"/s\").R(), 3).MapGet(\"/x\", () => 1);\nstatic IEndpointRouteBuilder Nested(IEndpointRouteBuilder routes, int depth) { while (depth-- > 0) { routes = routes.MapGroup(\"/d\"); } return routes; }")]
    [InlineData("Twice(app.MapGet(\"/x\", () => 1), app).R(); //!! PSDK6004 MapGet\nstatic RouteHandlerBuilder Twice(RouteHandlerBuilder e, WebApplication app) { e = app.MapGet(\"/y\", () => 1); return e; }")]
    public async Task What_a_method_gives_back_is_that_of_its_call(string statements) => await Check(statements);

    [Theory]
    [InlineData("var m = new Holder { G = app.MapGroup(\"/a\") }; m.G.R(); m.G.MapGet(\"/1\", () => 1);")]
    [InlineData("var m = new Module(app.MapGroup(\"/a\")); m.G.R(); m.G.MapGet(\"/1\", () => 1); m = new Module(app.MapGroup(\"/b\"));\nm.G.MapGet(\"/2\", () => 1); //!! PSDK6004 MapGet")]
    [InlineData("Holder? last = null; foreach (var n in args) { last = new Holder { G = app.MapGroup(n) }; last.G.MapGet(\"/x\", () => 1); } //!! PSDK6004 MapGet\nlast!.G!.R();")]
    [InlineData("IModule m = new Made(app); m.G.R();\nm.G.MapGet(\"/x\", () => 1); //!! PSDK6004 MapGet")]
    public async Task Members_are_of_one_object_at_one_time(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(
        Full(statements),
        Full(Types + """
            class Module(RouteGroupBuilder g) { public RouteGroupBuilder G { get; } = g; }
            interface IModule { RouteGroupBuilder G { get; } }
            class Made(WebApplication app) : IModule { public RouteGroupBuilder G => app.MapGroup("/x"); }
            """));

    [Fact]
    public async Task A_member_may_be_set_by_another_method_while_it_is_null() => await RuleCheck.Statements<EndpointAnalyzer>(
        "new Module(app).Map();",
        Full("""
            class Module(WebApplication app)
            {
                private RouteGroupBuilder? _g;
                private RouteGroupBuilder? _h;
                public void Map()
                {
                    if (_g is null) { Init(); } else { _g.R(); }
                    _g!.MapGet("/x", () => 1); //!! PSDK6004 MapGet
                    _h?.R();
                    _h ??= app.MapGroup("/h");
                    _h.MapGet("/y", () => 1); //!! PSDK6004 MapGet
                }
                private void Init() => _g = app.MapGroup("/open");
            }
            """));

    private static async Task Check(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(Full(statements), Types);

    private static string Full(string code) => code.Replace(".R()", ".RequireIpPolicy<IpPolicies.Office>()", StringComparison.Ordinal);
}
