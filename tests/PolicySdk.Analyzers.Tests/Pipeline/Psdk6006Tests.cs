namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK6006: middleware that answers without a policy, short-circuited endpoints behind proxies.</summary>
public sealed class Psdk6006Tests
{
    private static readonly MarkedProject Rule = new("PSDK6006");

    [Theory]
    [InlineData("app.[|UseStaticFiles|]();")]
    [InlineData("app.[|UseStaticFiles|](\"/files\");")]
    [InlineData("StaticFileExtensions.[|UseStaticFiles|](app);")]
    [InlineData("app.UseDefaultFiles().[|UseStaticFiles|]();")]
    [InlineData("app.[|UseFileServer|]();")]
    [InlineData("app.[|UseDirectoryBrowser|]();")]
    [InlineData("app.[|UseHealthChecks|](\"/health\");")]
    [InlineData("app.[|UseWelcomePage|]();")]
    [InlineData("app.[|UseMvcWithDefaultRoute|]();")]
    [InlineData("app.[|UseMvc|](routes => { });")]
    [InlineData("app.[|UseRouter|](routes => { });")]
    [InlineData("app.[|Run|](context => context.Response.WriteAsync(\"late\"));")]
    [InlineData("app.[|Map|](\"/branch\", branch => branch.Run(context => Task.CompletedTask));")]
    [InlineData("app.[|Map|](\"/branch\", branch => branch.UseMiddleware<Answers>());")]
    [InlineData("app.[|Map|](\"/branch\", true, branch => { branch.UseIpPolicies(); branch.UseStaticFiles(); });")]
    [InlineData("app.[|MapWhen|](context => context.Request.Host.Host == \"files\", branch => branch.UseStaticFiles());")]
    [InlineData("app.[|Map|](\"/outer\", outer => outer.Map(\"/inner\", inner => inner.Run(context => Task.CompletedTask)));")]
    [InlineData("app.Map(\"/outer\", outer => { outer.UseRouting(); outer.[|Map|](\"/inner\", inner => inner.Run(context => Task.CompletedTask)); outer.UseEndpoints(_ => { }); });")]
    [InlineData("app.UseWhen(context => true, branch => branch.[|Run|](context => Task.CompletedTask));")]
    [InlineData("app.Map(\"/branch\", Branch); void Branch(IApplicationBuilder branch) => branch.[|Run|](context => Task.CompletedTask);")]
    public Task Middleware_that_answers_is_told(string pipeline) => Verify(pipeline);

    [Theory]
    [InlineData("app.Run(\"http://localhost:5000\");")]
    [InlineData("await app.RunAsync();")]
    [InlineData("app.Map(\"/x\", () => \"x\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.Map(\"/x\", (HttpContext context) => Task.CompletedTask).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapStaticAssets().AllowAnyAddress(\"public\");")]
    [InlineData("app.MapHealthChecks(\"/health\").AllowAnyAddress(\"probed\");")]
    [InlineData("app.Use(next => next);")]
    [InlineData("app.Use((context, next) => next(context));")]
    [InlineData("app.UseMiddleware<Answers>();")]
    [InlineData("app.UseDefaultFiles();")]
    [InlineData("app.UseWhen(context => true, branch => branch.UseMiddleware<Answers>());")]
    [InlineData("app.Map(\"/branch\", branch => { });")]
    [InlineData("app.Map(\"/branch\", branch => branch.UseRouting().UseEndpoints(endpoints => endpoints.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>()));")]
    [InlineData("app.MapWhen(context => true, branch => { branch.UseRouting(); branch.UseIpPolicies(); branch.UseEndpoints(_ => { }); });")]
    [InlineData("app.Map(\"/branch\", branch => branch.UseApi());")]
    [InlineData("app.Map(\"/branch\", branch => new Api(branch));")]
    [InlineData("app.Map(\"/branch\", branch => { Action<IApplicationBuilder> api = Pipelines.Api; api(branch); });")]
    [InlineData("app.Map(\"/branch\", Pipelines.Api);")]
    [InlineData("app.Own(); new Own().Run(null!); new Own().UseStaticFiles();")]
    public Task What_does_not_answer_or_can_not_be_seen_is_not(string pipeline) => Verify(pipeline);

    [Fact]
    public Task A_pipeline_that_uses_policies_without_adding_them_here_is_told() =>
        Rule.Verify(Source(MarkedProject.Program("", "app.UseIpPolicies(); app.[|UseStaticFiles|]();")));

    [Fact]
    public Task An_application_without_policies_is_left_alone() =>
        Rule.Verify(Source(MarkedProject.Program("", "app.UseStaticFiles(); app.Run(context => Task.CompletedTask);")));

    [Theory]
    [InlineData("UseStaticFiles();", "UseStaticFiles answers without any policy: policies guard endpoints. Serve the files by app.MapStaticAssets() with RequireIpPolicy<IpPolicies.Admin>() or AllowAnyAddress(reason), or call UseIpPolicy<IpPolicies.Admin>() before it.")]
    [InlineData("UseHealthChecks(\"/health\");", "UseHealthChecks answers without any policy: policies guard endpoints. Map them by app.MapHealthChecks() with RequireIpPolicy<IpPolicies.Admin>() or AllowAnyAddress(reason), or call UseIpPolicy<IpPolicies.Admin>() before it.")]
    [InlineData("Run(context => Task.CompletedTask);", "Run answers without any policy: policies guard endpoints. Map an endpoint, or app.MapFallback() for what is left, with RequireIpPolicy<IpPolicies.Admin>() or AllowAnyAddress(reason), or call UseIpPolicy<IpPolicies.Admin>() before it.")]
    [InlineData("UseWelcomePage();", "UseWelcomePage answers without any policy: policies guard endpoints. Map an endpoint with RequireIpPolicy<IpPolicies.Admin>() or AllowAnyAddress(reason), or call UseIpPolicy<IpPolicies.Admin>() before it.")]
    public async Task The_message_says_what_to_write_instead(string call, string message)
    {
        var diagnostics = await Verify("app.[|" + call.Insert(call.IndexOf('(', StringComparison.Ordinal), "|]"));

        Assert.Equal(message, Assert.Single(diagnostics).GetMessage(formatProvider: null));
    }

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().[|ShortCircuit|]();")]
    [InlineData("app.MapGet(\"/x\", () => 1).[|ShortCircuit|](204).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapGet(\"/x\", () => 1).WithName(\"x\").[|ShortCircuit|]().WithDisplayName(\"x\").RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapGet(\"/x\", [RequireIpPolicy<IpPolicies.Office>] () => 1).[|ShortCircuit|]();")]
    [InlineData("app.MapGet(\"/x\", Handle).[|ShortCircuit|](); [RequireIpPolicy<IpPolicies.Office>] static int Handle() => 1;")]
    [InlineData("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>().MapGet(\"/x\", () => 1).[|ShortCircuit|]();")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); group.MapGet(\"/x\", () => 1).[|ShortCircuit|]();")]
    [InlineData("var group = app.MapGroup(\"/g\"); group.RequireIpPolicy<IpPolicies.Office>(); group.MapGet(\"/x\", () => 1).[|ShortCircuit|]();")]
    [InlineData("var outer = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); var inner = outer.MapGroup(\"/h\"); inner.MapGet(\"/x\", () => 1).[|ShortCircuit|]();")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); group.[|ShortCircuit|]();")]
    [InlineData("var endpoint = app.MapGet(\"/x\", () => 1); endpoint.RequireIpPolicy<IpPolicies.Office>(); endpoint.[|ShortCircuit|]();")]
    public Task A_policy_on_a_short_circuited_endpoint_behind_a_proxy_is_told(string mapping) => Verify("app.UseForwardedHeaders(); app.UseIpPolicies(); " + mapping);

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.MapGet(\"/x\", () => 1).ShortCircuit();")]
    [InlineData("app.MapGet(\"/x\", () => 1).ShortCircuit().AllowAnyAddress(\"probed\");")]
    [InlineData("app.MapGet(\"/x\", [AllowAnyAddress(\"probed\")] () => 1).ShortCircuit();")]
    [InlineData("app.MapGet(\"/x\", [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"probed\")] () => 1).ShortCircuit();")]
    [InlineData("app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>().MapGet(\"/x\", () => 1).AllowAnyAddress(\"probed\").ShortCircuit();")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); app.MapGet(\"/x\", () => 1).ShortCircuit();")]
    [InlineData("app.MapShortCircuit(404, \"robots.txt\");")]
    public Task A_short_circuited_endpoint_without_a_policy_is_not(string mapping) => Verify("app.UseForwardedHeaders(); app.UseIpPolicies(); " + mapping);

    [Theory]
    [InlineData("app.UseIpPolicies();")]
    [InlineData("app.UseForwardedHeaders(); app.UseRouting(); app.UseIpPolicies();")]
    public Task Nor_is_one_that_runs_when_the_client_is_known(string pipeline) =>
        Verify(pipeline + " app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().ShortCircuit();");

    [Theory]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.UseStaticFiles();")]
    [InlineData("app.UseForwardedHeaders().UseIpPolicy<IpPolicies.Office>().UseStaticFiles();")]
    [InlineData("IpPolicyApplicationBuilderExtensions.UseIpPolicy<IpPolicies.Office>(app); app.Run(context => Task.CompletedTask);")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Map(\"/branch\", branch => branch.Run(context => Task.CompletedTask));")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.UseWhen(context => true, branch => branch.Run(context => Task.CompletedTask));")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Map(\"/outer\", outer => { outer.UseRouting(); outer.Map(\"/inner\", inner => inner.UseStaticFiles()); outer.UseEndpoints(_ => { }); });")]
    [InlineData("app.Map(\"/branch\", branch => { branch.UseIpPolicy<IpPolicies.Office>(); branch.UseStaticFiles(); });")]
    [InlineData("app.Map(\"/branch\", branch => branch.UseIpPolicy<IpPolicies.Office>().UseMiddleware<Answers>());")]
    [InlineData("app.UseWhen(context => context.Request.Path != \"/live\", guarded => guarded.UseIpPolicy<IpPolicies.Office>()); app.UseStaticFiles();")]
    [InlineData("if (app.Environment.IsProduction()) { app.UseIpPolicy<IpPolicies.Office>(); } app.UseStaticFiles();")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Map(\"/branch\", Branch); void Branch(IApplicationBuilder branch) => branch.Run(context => Task.CompletedTask);")]
    public Task What_stands_behind_a_guard_is_not(string pipeline) => Verify(pipeline);

    [Theory]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Files();")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Map(\"/branch\", Pipelines.Files);")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>(); app.Map(\"/branch\", branch => Pipelines.Files(branch));")]
    [InlineData("app.Guard(); app.Files();")]
    public Task Nor_is_what_a_method_adds_behind_one(string pipeline) => Verify(pipeline, Files + Guard);

    [Theory]
    [InlineData("app.[|UseStaticFiles|](); app.UseIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.[|UseStaticFiles|]().UseIpPolicy<IpPolicies.Office>().UseCors();")]
    [InlineData("app.Map(\"/one\", one => one.UseIpPolicy<IpPolicies.Office>()); app.[|Map|](\"/two\", two => two.UseStaticFiles());")]
    [InlineData("app.Map(\"/branch\", branch => { branch.[|UseStaticFiles|](); branch.UseIpPolicy<IpPolicies.Office>(); });")]
    [InlineData("app.Map(\"/one\", one => one.UseIpPolicy<IpPolicies.Office>()); app.[|UseStaticFiles|]();")]
    [InlineData("if (args.Length > 0) { app.UseIpPolicy<IpPolicies.Office>(); } else { app.[|UseStaticFiles|](); }")]
    [InlineData("var other = builder.Build(); other.UseIpPolicy<IpPolicies.Office>(); app.[|UseStaticFiles|]();")]
    [InlineData("app.UseWhen(context => true, branch => branch.UseCors()); app.[|UseStaticFiles|]();")]
    [InlineData("new Own().UseIpPolicy<IpPolicies.Office>(); app.[|UseStaticFiles|]();")]
    public Task What_stands_before_a_guard_or_beside_it_is_told(string pipeline) => Verify(pipeline);

    [Theory]
    [InlineData("app.Guard(); app.UseStaticFiles();")]
    [InlineData("app.[|UseStaticFiles|](); app.Guard();")]
    public Task A_method_that_adds_a_guard_counts(string pipeline) => Verify(pipeline, Guard);

    [Theory]
    [InlineData("app.Map(\"/one\", Pipelines.Files); app.UseIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.Map(\"/one\", Pipelines.Files); app.UseIpPolicy<IpPolicies.Office>(); app.Files();")]
    [InlineData("app.UseIpPolicy<IpPolicies.Office>();")]
    public Task A_method_that_some_caller_has_no_guard_for_is_told(string pipeline) => Verify(pipeline, Files.Replace("UseStaticFiles", "[|UseStaticFiles|]", StringComparison.Ordinal));

    [Fact]
    public Task A_guard_in_a_start_up_filter_stands_before_everything() => Rule.Verify(
        Source(MarkedProject.Program("builder.Services.AddIpPolicies().AddTransient<IStartupFilter, First>();", "app.UseStaticFiles();")
        + "\nclass First : IStartupFilter { public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.UseIpPolicy<IpPolicies.Office>()); }"));

    [Fact]
    public Task A_start_up_filter_reads_the_headers_before_all_endpoints() => Rule.Verify(
        Source(MarkedProject.Program("builder.Services.AddIpPolicies().AddTransient<IStartupFilter, First>();", "app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().ShortCircuit();")
        + "\nclass First : IStartupFilter { public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.UseForwardedHeaders()); }"));

    private const string Guard = "\nstatic partial class Pipelines { public static void Guard(this IApplicationBuilder app) => app.UseIpPolicy<IpPolicies.Office>(); }";

    private const string Files = "\nstatic partial class Pipelines { public static void Files(this IApplicationBuilder app) => app.UseStaticFiles(); }";

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Verify(string pipeline, string types = "") =>
        Rule.Verify(Source(MarkedProject.Program("builder.Services.AddIpPolicies();", pipeline)) + types);

    private static string Source(string program) => program + """

        class Answers(RequestDelegate next) { public Task Invoke(HttpContext context) => next(context); }
        class Api(IApplicationBuilder app) { public IApplicationBuilder App => app; }
        class Own { public void Run(RequestDelegate handler) { } public void UseStaticFiles() { } public void UseIpPolicy<T>() { } }
        static partial class Pipelines
        {
            public static void Own(this IApplicationBuilder app) { }
            public static void Api(IApplicationBuilder app) => app.UseEndpoints(_ => { });
            public static void UseApi(this IApplicationBuilder app) => Api(app);
        }
        """;
}
