using PolicySdk.CodeFixes.Endpoints;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK6003: what never takes effect is taken away, comments are not.</summary>
public sealed class OverriddenPolicyFixerTests
{
    private static readonly OverriddenPolicyFixer Fixer = new();

    [Theory]
    [InlineData("""app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>().AllowAnyAddress("status");""", """app.MapGet("/a", () => 1).AllowAnyAddress("status");""")]
    [InlineData("""app.MapGet("/a", () => 1).AllowAnyAddress("status").WithName("a").RequireIpPolicy<IpPolicies.Admin>();""", """app.MapGet("/a", () => 1).WithName("a").RequireIpPolicy<IpPolicies.Admin>();""")]
    [InlineData("""app.MapGet("/a", [RequireIpPolicy<IpPolicies.Admin>] () => 1).AllowAnyAddress("status");""", """app.MapGet("/a", () => 1).AllowAnyAddress("status");""")]
    public async Task A_link_or_an_attribute_of_a_line(string before, string after) => Assert.Equal(Program(after), await FixCheck.Apply(Fixer, Program(before)));

    [Fact]
    public async Task A_link_with_a_line_of_its_own()
    {
        var after = await FixCheck.Apply(Fixer, Program("""
            app.MapGet("/a", () => 1) // the status
                // of the office
                .RequireIpPolicy<IpPolicies.Admin>()
                .WithName("a")
                .AllowAnyAddress("status");
            """));

        Assert.Equal(Program("""
            app.MapGet("/a", () => 1) // the status
                // of the office
                .WithName("a")
                .AllowAnyAddress("status");
            """), after);
    }

    [Fact]
    public async Task A_group_whose_endpoints_all_say_otherwise_keeps_its_other_links()
    {
        var after = await FixCheck.Apply(Fixer, Program("""
            var v1 = app.MapGroup("/v1")
                .WithTags("v1")
                .AllowAnyAddress("open"); // why?
            v1.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();
            """));

        Assert.Equal(Program("""
            var v1 = app.MapGroup("/v1")
                .WithTags("v1"); // why?
            v1.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>();
            """), after);
    }

    [Theory]
    [InlineData("[Route(\"b\")]\n[RequireIpPolicy<IpPolicies.Admin>]\n", "[Route(\"b\")]\n")]
    [InlineData("[RequireIpPolicy<IpPolicies.Admin>] // shown to all\n[Route(\"b\")]\n", "// shown to all\n[Route(\"b\")]\n")]
    [InlineData("[RequireIpPolicy<IpPolicies.Admin>, Route(\"b\")] ", "[Route(\"b\")] ")]
    [InlineData("[Route(\"b\"), RequireIpPolicy<IpPolicies.Admin>] ", "[Route(\"b\")] ")]
    [InlineData("[Route(\"b\"), RequireIpPolicy<IpPolicies.Admin>] [Area(\"c\")]\n", "[Route(\"b\")] [Area(\"c\")]\n")]
    [InlineData("/// <summary>B.</summary>\n[RequireIpPolicy<IpPolicies.Admin>] [Route(\"b\")] ", "/// <summary>B.</summary>\n[Route(\"b\")] ")]
    public async Task An_attribute_of_a_controller(string before, string after)
    {
        const string Top = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.CreateBuilder(args).Build();\napp.MapControllers();\napp.Run();\n";
        const string Controller = "public class BillsController : ControllerBase { [HttpGet(\"/b\"), AllowAnyAddress(\"status\")] public int Get() => 1; }";

        Assert.Equal(Top + after + Controller, await FixCheck.Apply(Fixer, Top + before + Controller));
    }

    [Fact]
    public async Task All_of_them()
    {
        var after = await FixCheck.ApplyToAll(Fixer, Program("""
            app.MapGet("/a", () => 1).RequireIpPolicy<IpPolicies.Admin>().AllowAnyAddress("status");
            app.MapGet("/b", () => 1).AllowAnyAddress("status").RequireIpPolicy<IpPolicies.Admin>();
            """));

        Assert.Equal(Program("""
            app.MapGet("/a", () => 1).AllowAnyAddress("status");
            app.MapGet("/b", () => 1).RequireIpPolicy<IpPolicies.Admin>();
            """), after);
    }

    [Fact]
    public async Task Nothing_where_the_rest_would_not_compile() =>
        await FixCheck.OffersNothing(Fixer, Program("""
            IpPolicyEndpointConventionBuilderExtensions.RequireIpPolicy<IpPolicies.Admin>(app.MapGet("/a", () => 1)).AllowAnyAddress("status");
            """));

    private static string Program(string lines) => $"var app = WebApplication.CreateBuilder(args).Build();\n{lines.ReplaceLineEndings("\n")}\napp.Run();\n";
}
