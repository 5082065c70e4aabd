using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>
/// PSDK6007 of a whole application: policies without <c>AddIpPolicies</c>, <c>AddIpPolicies</c> without <c>UseIpPolicies</c>; and PSDK7004,
/// which asks the same calls.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicySetupAnalyzer : DiagnosticAnalyzer
{
    private const string Attribute = "RequireIpPolicy";

    private static readonly DiagnosticDescriptor Rule = Rules.AtCompilationEnd(Rules.PipelineSetup);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, ForwardedHeadersSetup.Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProjectKind.IsApplication(start.Compilation) || PipelineSymbols.Resolve(start.Compilation) is not { } symbols)
            {
                return;
            }

            var calls = ProjectCalls.Collect(start, symbols);
            start.RegisterSyntaxNodeAction(node => AddAttribute(node, symbols, calls), SyntaxKind.Attribute);
            start.RegisterCompilationEndAction(end =>
            {
                Report(end, calls);
                ForwardedHeadersSetup.Report(end, calls);
            });
        });
    }

    private static void AddAttribute(SyntaxNodeAnalysisContext context, PipelineSymbols symbols, ProjectCalls calls)
    {
        var attribute = (AttributeSyntax)context.Node;
        var name = attribute.Name.LastIdentifier();
        if (name.ValueText.StartsWith(Attribute, StringComparison.Ordinal)
            && symbols.Policies.IsRequireMetadata(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type))
        {
            calls.Add(PipelineCall.RequireIpPolicy, name.GetLocation(), context.IsGeneratedCode);
        }
    }

    private static void Report(CompilationAnalysisContext context, ProjectCalls calls)
    {
        if (!calls.Has(PipelineCall.AddIpPolicies))
        {
            if (!calls.MayAddPolicies && (calls.First(PipelineCall.RequireIpPolicy) ?? calls.First(PipelineCall.UseIpPolicies) ?? calls.First(PipelineCall.UseIpPolicy)) is { } use)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, use, "Policies are used, but AddIpPolicies() is not called: attributes then guard nothing, and everything else throws. Call builder.Services.AddIpPolicies()."));
            }
        }
        else if (!calls.Has(PipelineCall.UseIpPolicies) && !calls.Has(PipelineCall.UseIpPolicy) && !calls.MayUsePolicies && calls.First(PipelineCall.AddIpPolicies) is { } services)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, services, "UseIpPolicies() is not called: authentication and other middleware then runs for callers that are refused anyway. Call app.UseIpPolicies() before app.UseAuthentication()."));
        }
    }
}
