using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 on attributes: a policy that an opt-out on the same function, or on each action of the controller, discards.</summary>
/// <remarks>
/// On a function that a minimal API calls the last attribute is the nearest. An opt-out that a nearer policy makes useless is not told
/// here: it still discards what lies farther out, and an attribute does not show what that is.
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
            || Attributed(context.SemanticModel, holder, context.CancellationToken) is not { } symbol
            || symbol.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference is { } reference && reference.Span == syntax.Span && reference.SyntaxTree == syntax.SyntaxTree) is not { } own
            || !symbols.IsRequireMetadata(own.AttributeClass))
        {
            return;
        }

        var reason = symbol switch
        {
            IMethodSymbol when IsFunction(symbol) && IsDiscardedBeside(symbol, own, symbols) => "the attribute after it discards it",
            INamedTypeSymbol type when controllers?.IsController(type) == true && IsDiscardedByActions(type, symbols, controllers) => "every action has an attribute that discards it",
            _ => null,
        };
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OverriddenPolicy, own.Place(), own.ShortName(), reason));
        }
    }

    private static ISymbol? Attributed(SemanticModel model, SyntaxNode holder, CancellationToken cancellation) => holder is LambdaExpressionSyntax
        ? model.GetSymbolInfo(holder, cancellation).Symbol
        : model.GetDeclaredSymbol(holder, cancellation);

    // What can only be handed to a minimal API. On a method of some class, which may be an action, a policy holds beside an opt-out.
    private static bool IsFunction(ISymbol symbol) => symbol is IMethodSymbol { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction };

    private static bool IsDiscardedBeside(ISymbol symbol, AttributeData own, PolicySymbols symbols) =>
        symbol.GetAttributes().SkipWhile(attribute => attribute != own).Any(attribute => symbols.DemandOf(attribute) == Demand.OptOut);

    private static bool IsDiscardedByActions(INamedTypeSymbol type, PolicySymbols symbols, ControllerTypes controllers)
    {
        var actions = controllers.Actions(type).ToList();
        return actions.Count > 0 && actions.All(action => PolicyAttributes.NearestOf(symbols, action) == Demand.OptOut)
            && (type.IsSealed || !symbols.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType, type)));
    }
}
