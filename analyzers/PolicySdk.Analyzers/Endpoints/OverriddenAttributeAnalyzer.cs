using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 on attributes: a policy that an opt-out on each action of the controller discards.</summary>
/// <remarks>
/// On one member the policy holds beside an opt-out. An opt-out that a nearer policy makes useless is not told here: it still discards
/// what lies farther out, and an attribute does not show what that is.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverriddenAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OverriddenPolicy];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (PolicySymbols.Resolve(start.Compilation) is { } symbols)
            {
                var controllers = ControllerTypes.Resolve(start.Compilation);
                start.RegisterSyntaxNodeAction(node => Check(node, symbols, controllers), SyntaxKind.Attribute);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, PolicySymbols symbols, ControllerTypes? controllers)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (!syntax.Name.LastIdentifier().ValueText.StartsWith("RequireIpPolicy", StringComparison.Ordinal)
            || syntax.Parent?.Parent is not { } holder
            || context.SemanticModel.GetDeclaredSymbol(holder, context.CancellationToken) is not { } symbol
            || symbol.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference is { } reference && reference.Span == syntax.Span && reference.SyntaxTree == syntax.SyntaxTree) is not { } own
            || !symbols.IsRequireMetadata(own.AttributeClass))
        {
            return;
        }

        if (symbol is INamedTypeSymbol type && controllers?.IsController(type) == true && IsDiscardedByActions(type, symbols, controllers))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OverriddenPolicy, own.Place(), own.ShortName(), "every action has an attribute that discards it"));
        }
    }

    private static bool IsDiscardedByActions(INamedTypeSymbol type, PolicySymbols symbols, ControllerTypes controllers)
    {
        var actions = controllers.Actions(type).ToList();
        return actions.Count > 0 && actions.All(action => PolicyAttributes.NearestOf(symbols, action) == Demand.OptOut)
            && (type.IsSealed || !symbols.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType, type)));
    }
}
