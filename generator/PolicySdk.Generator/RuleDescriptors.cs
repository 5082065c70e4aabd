using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Generator;

/// <summary>Shows problems as compiler diagnostics.</summary>
internal static class RuleDescriptors
{
    private const string Category = "PolicySdk";

    internal static Diagnostic ToDiagnostic(Problem problem, string fullPath) =>
        Diagnostic.Create(Describe(problem), Location.Create(fullPath, Span(problem.Range), Lines(problem.Range)), problem.Message);

    // A problem's severity may differ from its rule's, so the descriptor is made for the problem.
    private static DiagnosticDescriptor Describe(Problem problem)
    {
        var rule = RuleCatalogue.Get(problem.Rule);
        string[] tags = problem.IsFatal ? [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd] : [WellKnownDiagnosticTags.CompilationEnd];
#pragma warning disable RS1017, RS2000, RS2008 // The ids come from RuleCatalogue, whose release tracking a repository test compares.
        return new(rule.Id, rule.Title, "{0}", Category, ToSeverity(problem.Severity), isEnabledByDefault: true, helpLinkUri: RulePages.Of(rule.Id), customTags: tags);
#pragma warning restore RS1017, RS2000, RS2008
    }

    private static DiagnosticSeverity ToSeverity(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Info => DiagnosticSeverity.Info,
        ProblemSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private static TextSpan Span(TextRange range) => new(range.Start, range.Length);

    private static LinePositionSpan Lines(TextRange range) => new(new(range.Line, range.Column), new(range.EndLine, range.EndColumn));
}
