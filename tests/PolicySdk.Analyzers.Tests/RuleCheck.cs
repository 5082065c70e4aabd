using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Tests;

/// <summary>Holds what one analyzer says of code against the marks in it: <c>//!! PSDK6001 MapGet</c>.</summary>
internal static class RuleCheck
{
    /// <summary>Statements of an application <c>app</c>, in which <c>builder</c> is at hand too.</summary>
    internal static Task<ImmutableArray<Diagnostic>> Statements<TAnalyzer>(string statements, string types = "")
        where TAnalyzer : DiagnosticAnalyzer, new() => Code<TAnalyzer>(
            $"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.RazorPages;
            using Microsoft.AspNetCore.SignalR;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddIpPolicies();
            var app = builder.Build();
            app.UseIpPolicies();
            {statements}
            app.Run();
            {types}
            """);

    internal static async Task<ImmutableArray<Diagnostic>> Code<TAnalyzer>(string code)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var application = SampleApplication.Parse("Program", code);
        var compilation = application.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var diagnostics = await AnalyzedProject.Analyze(compilation, [new TAnalyzer()]);

        Assert.Equal(application.Expected.Order(StringComparer.Ordinal), diagnostics.Select(SampleApplication.Describe).Order(StringComparer.Ordinal));
        return diagnostics;
    }
}
