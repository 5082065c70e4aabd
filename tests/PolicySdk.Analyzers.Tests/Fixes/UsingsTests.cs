using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.CodeFixes.Endpoints;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>A project without implicit usings gets the one that a fix needs.</summary>
public sealed class UsingsTests
{
    private const string Startup = """
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapControllers();
        Shop.Maps.Map(app);
        app.Run();
        """;

    [Theory]
    [InlineData("", "using Microsoft.AspNetCore.Builder;\n\n")]
    [InlineData("// Maps.\n", "// Maps.\nusing Microsoft.AspNetCore.Builder;\n\n")]
    [InlineData("/// <summary>Maps.</summary>\n", "using Microsoft.AspNetCore.Builder;\n\n/// <summary>Maps.</summary>\n")]
    [InlineData("using System;\n", "using System;\nusing Microsoft.AspNetCore.Builder;\n")]
    [InlineData("using System;\nusing Microsoft.CSharp; // last\n", "using System;\nusing Microsoft.AspNetCore.Builder;\nusing Microsoft.CSharp; // last\n")]
    [InlineData("using Array = System.Array;\n", "using Array = System.Array;\nusing Microsoft.AspNetCore.Builder;\n")]
    public async Task An_endpoint(string before, string after)
    {
        const string Body = "namespace Shop;\n\nstatic class Maps\n{\n    internal static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>\n        Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, \"/a\", () => 1)#;\n}\n";

        Assert.Equal(after + Body.Replace("#", ".RequireIpPolicy<IpPolicies.Admin>()"), await Apply(before + Body.Replace("#", "")));
    }

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Mvc;\n\n", "using Microsoft.AspNetCore.Mvc;\nusing PolicySdk;\n\n")]
    [InlineData("using Microsoft.AspNetCore.Mvc;\nusing Xyz = System.Int32;\n\n/// <summary>Bills.</summary>\n", "using Microsoft.AspNetCore.Mvc;\nusing PolicySdk;\nusing Xyz = System.Int32;\n\n/// <summary>Bills.</summary>\n")]
    public async Task A_controller(string before, string after)
    {
        const string Body = "#[Route(\"b\")]\n@public class BillsController : ControllerBase\n{\n    [HttpGet] public int Get() => 1;\n}\nnamespace Shop { static class Maps { internal static void Map(Microsoft.AspNetCore.Builder.WebApplication app) { } } }\n";

        Assert.Equal(after + Body.Replace("#", "").Replace("@", "[RequireIpPolicy<IpPolicies.Admin>]\n"), await Apply(before + Body.Replace("#", "").Replace("@", "")));
    }

    private static async Task<string> Apply(string maps)
    {
        var fixer = new UnprotectedEndpointFixer();
        var compilation = AnalyzedProject.Compile([("Program.cs", Startup), ("Maps.cs", maps)]);
        compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(static tree => tree.FilePath == "GlobalUsings.g.cs"));
        var project = FixedProject.Of((CSharpCompilation)compilation);
        var diagnostic = Assert.Single(await project.Diagnostics(fixer));

        var after = await project.Apply((await project.Actions(fixer, diagnostic))[0]);

        Assert.Empty(await after.Diagnostics(fixer));
        return await after.TextOf("Maps.cs");
    }
}
