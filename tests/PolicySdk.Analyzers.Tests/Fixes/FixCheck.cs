using Microsoft.CodeAnalysis.CodeFixes;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>Applies the fixes of a program, and holds that they mend it.</summary>
internal static class FixCheck
{
    /// <summary>Applies the only action for the only diagnostic, which is then gone, and gives the program.</summary>
    internal static async Task<string> Apply(CodeFixProvider fixer, string program, string? title = null)
    {
        var project = FixedProject.Of(("Program.cs", program.ReplaceLineEndings("\n")));
        var diagnostic = Assert.Single(await project.Diagnostics(fixer));
        var action = Assert.Single(await project.Actions(fixer, diagnostic));
        Assert.Equal(title ?? action.Title, action.Title);

        var after = await project.Apply(action);

        Assert.Empty(await after.Diagnostics(fixer));
        return await after.TextOf("Program.cs");
    }

    /// <summary>Applies the fix of the first diagnostic to all, which are then gone.</summary>
    internal static async Task<string> ApplyToAll(CodeFixProvider fixer, string program)
    {
        var project = FixedProject.Of(("Program.cs", program.ReplaceLineEndings("\n")));
        var diagnostics = await project.Diagnostics(fixer);
        Assert.True(diagnostics.Length > 1);
        var action = (await project.Actions(fixer, diagnostics[0]))[0];

        var after = await project.ApplyToAll(fixer, action.EquivalenceKey);

        Assert.Empty(await after.Diagnostics(fixer));
        return await after.TextOf("Program.cs");
    }

    /// <summary>There is something to say of a program, and nothing is offered.</summary>
    internal static async Task OffersNothing(CodeFixProvider fixer, string program)
    {
        var project = FixedProject.Of(("Program.cs", program.ReplaceLineEndings("\n")));
        var diagnostics = await project.Diagnostics(fixer);
        Assert.NotEmpty(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Assert.Empty(await project.Actions(fixer, diagnostic));
        }
    }
}
