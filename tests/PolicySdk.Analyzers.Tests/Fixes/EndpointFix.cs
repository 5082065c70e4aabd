using PolicySdk.CodeFixes.Endpoints;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>An application whose lines that map endpoints are fixed.</summary>
internal static class EndpointFix
{
    internal const string Open = "Allow any address, for a reason to fill in";

    internal static readonly UnprotectedEndpointFixer Fixer = new();

    private const string Before = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddIpPolicies();
        var app = builder.Build();

        """;

    private const string After = """

        app.Run();
        class NewsHub : Microsoft.AspNetCore.SignalR.Hub;
        """;

    /// <summary>Fixes the first endpoint without a policy and gives the lines as they are then.</summary>
    internal static async Task<string> Apply(string lines, string title)
    {
        var project = Project(lines);
        var diagnostics = await project.Diagnostics(Fixer);
        Assert.NotEmpty(diagnostics);
        var action = Assert.Single(await project.Actions(Fixer, diagnostics[0]), action => action.Title == title);

        var after = await project.Apply(action);

        Assert.True((await after.Diagnostics(Fixer)).Length < diagnostics.Length);
        return await Lines(after);
    }

    /// <summary>Fixes every endpoint as an action fixes the first, and gives the lines as they are then.</summary>
    internal static async Task<string> ApplyToAll(string lines, string title)
    {
        var project = Project(lines);
        var diagnostics = await project.Diagnostics(Fixer);
        var action = Assert.Single(await project.Actions(Fixer, diagnostics[0]), action => action.Title == title);

        return await Lines(await project.ApplyToAll(Fixer, action.EquivalenceKey));
    }

    /// <summary>The titles that are offered for the first endpoint without a policy.</summary>
    internal static async Task<IEnumerable<string>> Titles(string lines)
    {
        var project = Project(lines);
        return (await project.Actions(Fixer, (await project.Diagnostics(Fixer))[0])).Select(static action => action.Title);
    }

    private static FixedProject Project(string lines) => FixedProject.Of(("Program.cs", Before + lines.ReplaceLineEndings("\n") + After));

    private static async Task<string> Lines(FixedProject project) => (await project.TextOf("Program.cs"))[Before.Length..^After.Length];
}
