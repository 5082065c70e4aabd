using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 on attributes: one that another on the same member discards, or that each action of a controller discards.</summary>
/// <remarks>
/// Where one class or action says both, the policy holds, whatever their order; on a function that a minimal API calls, the last one does.
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
        var name = syntax.Name.LastIdentifier().ValueText;
        if (!name.StartsWith("RequireIpPolicy", StringComparison.Ordinal) && !name.StartsWith("AllowAnyAddress", StringComparison.Ordinal))
        {
            return;
        }

        if (syntax.Parent?.Parent is not { } holder
            || Attributed(context.SemanticModel, holder, context.CancellationToken) is not { } symbol
            || symbol.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference is { } reference && reference.Span == syntax.Span && reference.SyntaxTree == syntax.SyntaxTree) is not { } own
            || !symbols.IsPolicyMetadata(own.AttributeClass))
        {
            return;
        }

        var reason = DiscardedBeside(symbol, own, symbols, controllers) ?? (symbol is INamedTypeSymbol type && controllers?.IsController(type) == true && IsDiscardedByActions(type, own, symbols, controllers) ? "every action has an attribute that discards it"
            : null);
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OverriddenPolicy, own.Place(), own.ShortName(), reason));
        }
    }

    private static ISymbol? Attributed(SemanticModel model, SyntaxNode holder, CancellationToken cancellation) => holder is LambdaExpressionSyntax
        ? model.GetSymbolInfo(holder, cancellation).Symbol
        : model.GetDeclaredSymbol(holder, cancellation);

    private static string? DiscardedBeside(ISymbol symbol, AttributeData own, PolicySymbols symbols, ControllerTypes? controllers)
    {
        var demand = symbols.DemandOf(own);
        var attributes = symbol.GetAttributes();
        if (demand == Demand.OptOut && IsHandler(symbol, controllers) && attributes.Any(attribute => symbols.DemandOf(attribute) == Demand.Policy))
        {
            return "the policy beside it is what counts";
        }

        // A method of some other class may handle either kind of endpoint, and a policy on it may hold.
        return (demand == Demand.OptOut || IsFunction(symbol)) && attributes.SkipWhile(attribute => attribute != own).Skip(1).Any(attribute => symbols.DemandOf(attribute).Discards(demand))
            ? "the attribute after it discards it"
            : null;
    }

    // What a framework makes an endpoint of.
    private static bool IsHandler(ISymbol symbol, ControllerTypes? controllers) =>
        symbol is INamedTypeSymbol || (symbol is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, ContainingType: { } type } && controllers?.IsController(type) == true);

    // What can only be handed to a minimal API.
    private static bool IsFunction(ISymbol symbol) => symbol is IMethodSymbol { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction };

    private static bool IsDiscardedByActions(INamedTypeSymbol type, AttributeData own, PolicySymbols symbols, ControllerTypes controllers)
    {
        var actions = controllers.Actions(type).ToList();
        return actions.Count > 0 && actions.All(action => PolicyAttributes.NearestOf(symbols, action).Discards(symbols.DemandOf(own)));
    }
}
