using PolicySdk.CodeFixes.Endpoints;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>PSDK6001 on controllers, actions and page models: they get an attribute.</summary>
public sealed class UnprotectedHandlerFixerTests
{
    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddIpPolicies();
        var app = builder.Build();
        app.MapControllers();
        app.MapRazorPages();
        app.Run();
        """;

    private static readonly UnprotectedEndpointFixer Fixer = new();

    [Fact]
    public async Task A_controller_gets_the_policy_behind_its_attributes()
    {
        var after = await Apply("""
            namespace Shop;

            /// <summary>Bills.</summary>
            [ApiController]
            [Route("bills")] // old
            // The customers' own.
            public class BillsController : ControllerBase
            {
                [HttpGet] public int Get() => 1;
            }
            """, "Require IpPolicies.Admin on 'BillsController'");

        Assert.Equal("""
            namespace Shop;

            /// <summary>Bills.</summary>
            [ApiController]
            [Route("bills")] // old
            // The customers' own.
            [RequireIpPolicy<IpPolicies.Admin>]
            public class BillsController : ControllerBase
            {
                [HttpGet] public int Get() => 1;
            }
            """, after);
    }

    [Fact]
    public async Task An_action_gets_it_on_its_line_where_its_attributes_are_there()
    {
        var after = await Apply("""
            [Route("bills")]
            public class BillsController : ControllerBase
            {
                [HttpGet, RequireIpPolicy<IpPolicies.Office>] public int Get() => 1;
                [HttpPost] public int Post() => 1;
            }
            """, "Require IpPolicies.Admin on 'Post'");

        Assert.Contains("\n    [HttpPost] [RequireIpPolicy<IpPolicies.Admin>] public int Post() => 1;\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_gets_a_line_with_its_indentation()
    {
        var after = await Apply("""
            [Route("bills")]
            public class BillsController : ControllerBase
            {
                [HttpGet, RequireIpPolicy<IpPolicies.Office>]
                public int Get() => 1;

                [HttpPost]
                public int Post() => 1;
            }
            """, EndpointFix.Open);

        Assert.Contains("\n    [HttpPost]\n    [AllowAnyAddress(\"TODO: say why any address may call this\")]\n    public int Post() => 1;\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_model_gets_it_and_a_policy_of_another_meaning_is_qualified()
    {
        var after = await Apply("""
            namespace Shop
            {
                static class IpPolicies;

                public class OrdersModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                {
                    public void OnGet() { }
                }
            }
            """, "Require global::IpPolicies.Admin on 'OrdersModel'");

        Assert.Contains("\n    [RequireIpPolicy<global::IpPolicies.Admin>]\n    public class OrdersModel", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_controllers_actions_and_endpoints_are_fixed_together_in_all_files()
    {
        var project = FixedProject.Of(
            ("Program.cs", Program.Replace("app.Run();", "app.MapGet(\"/a\", () => 1);\napp.Run();")),
            ("Bills.cs", "using Microsoft.AspNetCore.Mvc;\n[Route(\"b\")]\npublic class BillsController : ControllerBase\n{\n    [HttpGet] public int Get() => 1;\n}\n"),
            ("Users.cs", "using Microsoft.AspNetCore.Mvc;\n[Route(\"u\")]\npublic class UsersController : ControllerBase\n{\n    [HttpGet] public int Get() => 1;\n    [HttpPost, AllowAnyAddress(\"sign up\")] public int Post() => 1;\n}\n"));
        Assert.Equal(4, (await project.Diagnostics(Fixer)).Length);

        var after = await project.ApplyToAll(Fixer, "IpPolicies.Office");

        Assert.Empty(await after.Diagnostics(Fixer));
        Assert.Contains("app.MapGet(\"/a\", () => 1).RequireIpPolicy<IpPolicies.Office>();", await after.TextOf("Program.cs"), StringComparison.Ordinal);
        Assert.Contains("[Route(\"b\")]\n[RequireIpPolicy<IpPolicies.Office>]\npublic class", await after.TextOf("Bills.cs"), StringComparison.Ordinal);
        Assert.Contains("    [HttpGet] [RequireIpPolicy<IpPolicies.Office>] public int Get()", await after.TextOf("Users.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_as_dotnet_format_may_come_the_first_policy_is_taken()
    {
        var project = FixedProject.Of(("Program.cs", Program.Replace("app.Run();", "app.MapGet(\"/a\", () => 1);\napp.Run();")));

        var after = await project.ApplyToAll(Fixer, key: null);

        Assert.Contains("app.MapGet(\"/a\", () => 1).RequireIpPolicy<IpPolicies.Admin>();", await after.TextOf("Program.cs"), StringComparison.Ordinal);
    }

    private static async Task<string> Apply(string controller, string title)
    {
        const string Usings = "using Microsoft.AspNetCore.Mvc;\n";
        var project = FixedProject.Of(("Program.cs", Program), ("Controller.cs", Usings + controller.ReplaceLineEndings("\n")));
        var diagnostics = await project.Diagnostics(Fixer);
        var diagnostic = Assert.Single(diagnostics, static diagnostic => diagnostic.Location.SourceTree!.FilePath == "Controller.cs");
        var action = Assert.Single(await project.Actions(Fixer, diagnostic), action => action.Title == title);

        var after = await project.Apply(action);

        Assert.DoesNotContain(await after.Diagnostics(Fixer), static diagnostic => diagnostic.Location.SourceTree!.FilePath == "Controller.cs");
        return (await after.TextOf("Controller.cs"))[Usings.Length..];
    }
}
