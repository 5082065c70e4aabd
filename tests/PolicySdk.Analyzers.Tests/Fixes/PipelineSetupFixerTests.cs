using PolicySdk.CodeFixes.Pipeline;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK6007: <c>UseIpPolicies</c> goes to its place where that is plain.</summary>
public sealed class PipelineSetupFixerTests
{
    private static readonly PipelineSetupFixer Fixer = new();

    [Fact]
    public async Task It_moves_before_the_first_that_comes_too_early_with_its_comments()
    {
        var after = await FixCheck.Apply(Fixer, Program("""
            app.UseForwardedHeaders();
            // who it is
            app.UseAuthentication();
            app.UseAuthorization();

            // where it is from
            app.UseIpPolicies(); // early
            app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();
            """), "Move UseIpPolicies() before UseAuthentication()");

        Assert.Equal(Program("""
            app.UseForwardedHeaders();
            // where it is from
            app.UseIpPolicies(); // early
            // who it is
            app.UseAuthentication();
            app.UseAuthorization();

            app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();
            """), after);
    }

    [Fact]
    public async Task It_moves_after_the_routing()
    {
        var after = await FixCheck.Apply(Fixer, Program("""
            app.UseIpPolicies();
            app.UseRouting();
            app.UseAuthentication();
            """), "Move UseIpPolicies() after UseRouting()");

        Assert.Equal(Program("""
            app.UseRouting();
            app.UseIpPolicies();
            app.UseAuthentication();
            """), after);
    }

    [Fact]
    public async Task It_moves_inside_a_block()
    {
        const string Before = """
            class Startup
            {
                public void ConfigureServices(IServiceCollection services) => services.AddIpPolicies();

                public void Configure(IApplicationBuilder app)
                {
                    app.UseRouting();
                    app.UseRateLimiter();
                    app.UseIpPolicies();
                }

                static void Main() { }
            }
            """;

        Assert.Equal(
            Before.Replace("        app.UseRateLimiter();\n        app.UseIpPolicies();\n", "        app.UseIpPolicies();\n        app.UseRateLimiter();\n"),
            await FixCheck.Apply(Fixer, Before));
    }

    [Theory]
    [InlineData("app.UseAuthentication().UseAuthorization();\napp.UseIpPolicies();")]
    [InlineData("app.UseAuthentication();\napp.UseCors().UseIpPolicies();")]
    [InlineData("app.UseAuthentication().UseCors();\napp.UseRateLimiter();\napp.UseIpPolicies();")]
    [InlineData("app.UseAuthentication();\napp.UseForwardedHeaders();\napp.UseIpPolicies();")]
    [InlineData("app.UseAuthentication();\nif (args.Length > 0)\n{\n    app.UseIpPolicies();\n}")]
    [InlineData("app.UseAuthentication(); app.UseIpPolicies();")]
    [InlineData("app.UseIpPolicies();\napp.UseAuthentication();\napp.UseRouting();")]
    public async Task Nothing_where_the_place_is_not_plain(string lines) => await FixCheck.OffersNothing(Fixer, Program(lines));

    [Theory]
    [InlineData("app.MapGet(\"/a\", () => 1);", "app.UseIpPolicies();\napp.MapGet(\"/a\", () => 1);")]
    [InlineData("app.UseForwardedHeaders(); // first\napp.UseAuthentication();", "app.UseForwardedHeaders(); // first\napp.UseIpPolicies();\napp.UseAuthentication();")]
    [InlineData("app.UseForwardedHeaders();\napp.UseRouting();", "app.UseForwardedHeaders();\napp.UseRouting();\napp.UseIpPolicies();")]
    public async Task It_is_added_behind_what_it_must_come_after(string before, string after) =>
        Assert.Equal(Program(after), await FixCheck.Apply(Fixer, Program(before), "Call app.UseIpPolicies()"));

    [Theory]
    [InlineData("app.UseAuthentication();\napp.UseForwardedHeaders();")]
    [InlineData("if (args.Length > 0)\n{\n    app.UseForwardedHeaders();\n}")]
    [InlineData("app.UseCors().UseRouting();")]
    [InlineData("var other = builder.Build();")]
    public async Task It_is_not_added_where_the_place_is_not_plain(string lines) => await FixCheck.OffersNothing(Fixer, Program(lines));

    [Fact]
    public async Task Missing_services_are_not_guessed() =>
        await FixCheck.OffersNothing(Fixer, Program("app.UseIpPolicies();").Replace("builder.Services.AddIpPolicies();\n", ""));

    private static string Program(string lines) =>
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddIpPolicies();\nvar app = builder.Build();\n{lines.ReplaceLineEndings("\n")}\napp.Run();\n";
}
