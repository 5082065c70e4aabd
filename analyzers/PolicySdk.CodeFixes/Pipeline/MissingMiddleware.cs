using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicySdk.Analyzers.Pipeline;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>Adds <c>app.UseIpPolicies()</c> to a program of top-level statements with one application, where the place is plain.</summary>
internal static class MissingMiddleware
{
    internal static Proposal? Add(FixedFile file, PipelineSymbols symbols)
    {
        var calls = CallsOf(file, symbols);
        if (Application(file, symbols) is not { } application || calls.Any(static one => PipelineStatements.Of(one.Syntax) is null))
        {
            return null;
        }

        var declaration = (StatementSyntax)application.Parent!.Parent!;
        var place = calls.LastOrDefault(static one => one.Kind != PipelineCall.Later).Syntax?.Parent as StatementSyntax ?? declaration;
        return PipelineStatements.AreBeside(place, declaration)
            && PipelineStatements.Lines(file.Text, place) is not null
            && !calls.Any(one => one.Kind == PipelineCall.Later && one.Syntax.SpanStart < place.SpanStart)
            ? new($"Call {application.Identifier}.UseIpPolicies()", "add", [[Layout.LineAfter(file.Text, place, $"{application.Identifier}.UseIpPolicies();")]])
            : null;
    }

    private static VariableDeclaratorSyntax? Application(FixedFile file, PipelineSymbols symbols)
    {
        var applications = ((CompilationUnitSyntax)file.Root).Members
            .OfType<GlobalStatementSyntax>()
            .Select(static member => member.Statement)
            .OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(static statement => statement.Declaration.Variables)
            .Where(variable => file.Model.GetDeclaredSymbol(variable) is ILocalSymbol local && SymbolEqualityComparer.Default.Equals(local.Type, symbols.Policies.WebApplication))
            .ToList();
        return applications.Count == 1 ? applications[0] : null;
    }

    // What it must come after, and what must come after it.
    private static List<(PipelineCall Kind, InvocationExpressionSyntax Syntax)> CallsOf(FixedFile file, PipelineSymbols symbols) =>
    [
        .. file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is MemberAccessExpressionSyntax)
            .Select(call => (Kind: file.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method ? symbols.KindOf(method) : PipelineCall.None, call))
            .Where(static one => one.Kind is PipelineCall.UseForwardedHeaders or PipelineCall.UseRouting or PipelineCall.Later),
    ];
}
