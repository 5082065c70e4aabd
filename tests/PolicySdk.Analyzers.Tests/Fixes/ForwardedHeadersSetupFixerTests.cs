using PolicySdk.CodeFixes.Pipeline;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK7004: <c>UseForwardedHeaders</c> moves before <c>UseIpPolicies</c>.</summary>
public sealed class ForwardedHeadersSetupFixerTests
{
    private static readonly ForwardedHeadersSetupFixer Fixer = new();

    [Theory]
    [InlineData("app.UseIpPolicies();\napp.UseForwardedHeaders();", "app.UseForwardedHeaders();\napp.UseIpPolicies();")]
    [InlineData("// from where\napp.UseIpPolicies();\napp.UseCors();\n// the proxy's word\napp.UseForwardedHeaders(new ForwardedHeadersOptions\n{\n    ForwardLimit = 2,\n});", "// the proxy's word\napp.UseForwardedHeaders(new ForwardedHeadersOptions\n{\n    ForwardLimit = 2,\n});\n// from where\napp.UseIpPolicies();\napp.UseCors();")]
    public async Task It_moves_with_its_comments(string before, string after) =>
        Assert.Equal(Program(after), await FixCheck.Apply(Fixer, Program(before), "Move UseForwardedHeaders() before UseIpPolicies()"));

    [Theory]
    [InlineData("app.UseIpPolicies().UseForwardedHeaders();")]
    [InlineData("app.UseIpPolicies();\nif (args.Length > 0)\n{\n    app.UseForwardedHeaders();\n}")]
    [InlineData("app.UseIpPolicies();\nvar options = new ForwardedHeadersOptions();\napp.UseForwardedHeaders(options);")]
    public async Task Nothing_where_it_cannot_move_as_it_is(string lines) => await FixCheck.OffersNothing(Fixer, Program(lines));

    private static string Program(string lines) =>
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddIpPolicies();\nvar app = builder.Build();\n{lines.ReplaceLineEndings("\n")}\napp.Run();\n";
}
