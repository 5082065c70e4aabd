using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>PSDK6007: policies that are not added, not used, or used in the wrong order.</summary>
public sealed class Psdk6007Tests
{
    private const string Add = "builder.Services.AddIpPolicies();";

    private static readonly MarkedProject Rule = new("PSDK6007");

    [Theory]
    [InlineData("app.MapGet(\"/1\", () => 1).[|RequireIpPolicy|]<IpPolicies.Office>(); app.MapGet(\"/2\", () => 2).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("app.UseIpPolicies(); app.MapGet(\"/\", () => 1).[|RequireIpPolicy|]<IpPolicies.Office>();")]
    [InlineData("app.MapGet(\"/\", [[|RequireIpPolicy|]<IpPolicies.Office>] () => 1);")]
    [InlineData("app.MapGet(\"/\", [[|RequireIpPolicyAttribute|]<IpPolicies.Office>] () => 1);")]
    [InlineData("app.MapGet(\"/\", [PolicySdk.[|RequireIpPolicy|]<IpPolicies.Office>] () => 1);")]
    [InlineData("app.[|UseIpPolicies|]();")]
    [InlineData("app.[|UseIpPolicy|]<IpPolicies.Office>();")]
    public Task Policies_without_services_are_told(string pipeline) => Rule.Verify(MarkedProject.Program("", pipeline));

    [Fact]
    public Task The_first_use_is_told_in_order_of_files() => Rule.Verify(
        ("Program.cs", MarkedProject.Program("", "app.MapControllers(); app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();")),
        ("Controllers/Orders.cs", "[[|RequireIpPolicy|]<IpPolicies.Office>] public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { public int Get() => 1; }"));

    [Theory]
    [InlineData("", "app.MapGet(\"/\", () => 1);")]
    [InlineData("", "app.MapGet(\"/\", () => 1).AllowAnyAddress(\"public\");")]
    [InlineData("builder.Services.AddIpPolicies();", "app.UseIpPolicy<IpPolicies.Office>(); app.UseAuthentication();")]
    [InlineData("Setup.Services(builder.Services);", "app.UseIpPolicies(); app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("IpPolicyServiceCollectionExtensions.AddIpPolicies(builder.Services);", "IpPolicyApplicationBuilderExtensions.UseIpPolicies(app);")]
    [InlineData("Action<IServiceCollection> add = Setup.Services; add(builder.Services);", "Func<IApplicationBuilder, IApplicationBuilder> use = IpPolicyApplicationBuilderExtensions.UseIpPolicies; use(app);")]
    public Task Services_and_middleware_anywhere_in_the_project_are_enough(string services, string pipeline) => Rule.Verify(MarkedProject.Program(services, pipeline) + """

        static class Setup
        {
            public static void Services(IServiceCollection services) => services.AddIpPolicies();
            public static void Pipeline(IApplicationBuilder app) => app.UseIpPolicies();
        }
        """);

    [Theory]
    [InlineData("builder.Services.[|AddIpPolicies|]();")]
    [InlineData("builder.Services.AddRouting().[|AddIpPolicies|](options => options.StatusCode = 404).AddAuthorization();")]
    [InlineData("builder.Services.[|AddIpPolicies|](); builder.Services.AddIpPolicies(options => options.StatusCode = 404);")]
    public Task Services_without_the_middleware_are_told(string services) => Rule.Verify(MarkedProject.Program(services, "app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();"));

    [Theory]
    [InlineData("app.[|UseIpPolicies|]();", "UseAuthentication")]
    [InlineData("app.[|UseIpPolicies|]();", "UseAuthorization")]
    [InlineData("app.[|UseIpPolicies|]();", "UseRateLimiter")]
    [InlineData("app.[|UseIpPolicies|]();", "UseOutputCache")]
    [InlineData("app.[|UseIpPolicies|]();", "UseResponseCaching")]
    public async Task The_middleware_after_what_it_should_come_before_is_told(string policies, string earlier)
    {
        var diagnostics = await Rule.Verify(MarkedProject.Program(Add, $"app.{earlier}();\n{policies}"));

        Assert.Equal(earlier, MarkedProject.OtherPlace(Assert.Single(diagnostics)));
        Assert.StartsWith($"UseIpPolicies() comes after {earlier}(), ", diagnostics[0].GetMessage(formatProvider: null), StringComparison.Ordinal);
        Assert.EndsWith($" Call it before {earlier}().", diagnostics[0].GetMessage(formatProvider: null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.UseEndpoints(_ => { }); app.[|UseIpPolicies|]();")]
    [InlineData("app.UseRouting().UseAuthentication().[|UseIpPolicies|]();")]
    [InlineData("IpPolicyApplicationBuilderExtensions.[|UseIpPolicies|](app.UseAuthentication());")]
    [InlineData("if (app.Environment.IsProduction()) { app.UseAuthentication(); } app.[|UseIpPolicies|]();")]
    [InlineData("app.UseRateLimiter(); if (app.Environment.IsProduction()) { app.[|UseIpPolicies|](); }")]
    [InlineData("app.UseAuthentication(); app.UseAuthorization(); app.[|UseIpPolicies|]();")]
    [InlineData("((IApplicationBuilder)app).UseAuthentication(); app.[|UseIpPolicies|]();")]
    public Task However_the_order_came_about(string pipeline) => Rule.Verify(MarkedProject.Program(Add, pipeline));

    [Theory]
    [InlineData("app.UseIpPolicies(); app.UseAuthentication(); app.UseAuthorization();")]
    [InlineData("app.UseRouting().UseIpPolicies().UseAuthentication();")]
    [InlineData("app.UseCors(); app.UseHttpsRedirection(); app.UseIpPolicies(); app.UseRateLimiter();")]
    [InlineData("app.UseIpPolicies(); app.UseAuthentication(); app.UseIpPolicies();")]
    [InlineData("if (args.Length > 0) { app.UseAuthentication(); } else { app.UseIpPolicies(); }")]
    [InlineData("switch (args.Length) { case 0: app.UseAuthentication(); break; default: app.UseIpPolicies(); break; }")]
    [InlineData("if (args.Length > 0) { app.UseAuthentication(); app.Run(); return; } app.UseIpPolicies();")]
    [InlineData("app.UseWhen(_ => true, branch => branch.UseAuthentication()); app.UseIpPolicies();")]
    [InlineData("var other = builder.Build(); other.UseAuthentication(); app.UseIpPolicies();")]
    [InlineData("((IApplicationBuilder)app).New().UseAuthentication(); app.UseIpPolicies();")]
    [InlineData("void Late() => app.UseAuthentication(); app.UseIpPolicies(); Late();")]
    public Task A_right_order_and_another_pipeline_are_not_told(string pipeline) => Rule.Verify(MarkedProject.Program(Add, pipeline));

    [Fact]
    public async Task The_middleware_before_routing_is_told()
    {
        var diagnostics = await Rule.Verify(MarkedProject.Program(Add, "app.[|UseIpPolicies|]();\napp.UseRouting();"));

        Assert.Equal("UseRouting", MarkedProject.OtherPlace(Assert.Single(diagnostics)));
        Assert.Equal("UseIpPolicies() comes before UseRouting(), so it knows no endpoint and does nothing. Call it after UseRouting().", diagnostics[0].GetMessage(formatProvider: null));
    }

    [Theory]
    [InlineData("app.UseRouting(); app.UseIpPolicies(); app.UseRouting();")]
    [InlineData("app.UseIpPolicies(); app.Map(\"/x\", branch => branch.UseRouting().UseEndpoints(_ => { }));")]
    public Task Routing_again_or_elsewhere_is_not(string pipeline) => Rule.Verify(MarkedProject.Program(Add, pipeline));

    [Fact]
    public Task Start_up_classes_and_filters_are_understood() => Rule.Verify(
        ("Program.cs", "Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();"),
        ("Startup.cs", """
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services) => services.AddIpPolicies().AddTransient<IStartupFilter, Filter>();
                public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapGet("/", () => 1).RequireIpPolicy<IpPolicies.Office>());
            }

            public class Filter : IStartupFilter
            {
                public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
                {
                    app.UseRouting();
                    app.UseIpPolicies();
                    next(app);
                };
            }
            """));

    [Fact]
    public Task A_library_is_told_of_a_wrong_order_alone() => (Rule with { Kind = OutputKind.DynamicallyLinkedLibrary }).Verify(("Library.cs", """
        public static class Library
        {
            public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", () => 1).RequireIpPolicy<IpPolicies.Office>();
            public static void Wrong(IApplicationBuilder app) => app.UseAuthentication().[|UseIpPolicies|]();
        }
        """));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_library_is_not_told_of_what_the_application_calls(bool adds) => (Rule with { Kind = OutputKind.DynamicallyLinkedLibrary }).Verify(("Library.cs", $$"""
        public static class Library
        {
            public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", () => 1).RequireIpPolicy<IpPolicies.Office>();
            public static void Add(IServiceCollection services) => services.{{(adds ? "AddIpPolicies" : "AddRouting")}}();
        }
        """));

    [Theory]
    [InlineData("builder.AddDefaults();")]
    [InlineData("builder.Services.AddTelemetry();")]
    [InlineData("Action<IServiceCollection> add = services => { }; Defaults.Run(add, app => { });")]
    [InlineData("builder = Defaults.CreateBuilder();")]
    [InlineData("Func<IServiceCollection, IServiceCollection> add = Defaults.AddTelemetry; add(builder.Services);")]
    [InlineData("builder.Services.AddTransient<IStartupFilter, Filter>();")]
    [InlineData("builder.Services.AddTransient<IStartupFilter, Own>();")]
    public Task Code_that_can_not_be_seen_may_add_policies(string services) =>
        WithCompany.Verify("using Contoso;\n" + MarkedProject.Program(services, "app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();") + "\nclass Own : Filter;");

    [Theory]
    [InlineData("", "app.UseDefaults();")]
    [InlineData("", "app.UseDefaultsOn();")]
    [InlineData("", "Action<IApplicationBuilder> use = Defaults.UseDefaults; use(app);")]
    [InlineData("builder.AddDefaults();", "")]
    public Task Code_that_can_not_be_seen_may_use_policies(string services, string pipeline) =>
        WithCompany.Verify("using Contoso;\n" + MarkedProject.Program(Add + services, pipeline + "app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();"));

    [Theory]
    [InlineData("app.MapDefaults();")]
    [InlineData("app.MapGet(\"/name\", () => Defaults.Describe() + Defaults.Name).RequireIpPolicy<IpPolicies.Office>();")]
    public Task Code_that_gets_neither_services_nor_pipeline_can_not(string pipeline) =>
        WithCompany.Verify("using Contoso;\n" + MarkedProject.Program("builder.Services.[|AddIpPolicies|]();", pipeline));

    [Fact]
    public Task Code_that_does_not_know_policies_can_not() => (Rule with { References = [SharedLibraries.Unaware] })
        .Verify("using Contoso;\n" + MarkedProject.Program("builder.AddContosoLogging(); builder.Services.[|AddIpPolicies|]();", "app.UseContosoLogging();"));

    [Fact]
    public Task Tests_are_left_alone() => (Rule with { References = [MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)] })
        .Verify(MarkedProject.Program(Add, "app.UseAuthentication(); app.Map(\"/x\", branch => branch.UseIpPolicies().UseRouting());"));

    [Fact]
    public async Task Generated_code_counts_and_is_not_told()
    {
        await Rule.Verify(("Program.cs", MarkedProject.Program("", "app.UseIpPolicies(); app.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>();")), ("Services.g.cs", "static class Generated { static void Add(IServiceCollection services) => services.AddIpPolicies(); }"));
        await Rule.Verify(("Program.cs", MarkedProject.Program("", "")), ("Endpoints.g.cs", "static class Generated { static void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/\", () => 1).RequireIpPolicy<IpPolicies.Office>(); }"));
    }

    private static MarkedProject WithCompany => Rule with { References = [SharedLibraries.Company] };
}
