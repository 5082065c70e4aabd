using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 on attributes: one that another on the same member discards, or that each action of a controller discards.</summary>
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

        var reason = IsDiscardedBeside(symbol, own, symbols) ? "the attribute after it discards it"
            : symbol is INamedTypeSymbol type && controllers?.IsController(type) == true && IsDiscardedByActions(type, own, symbols, controllers) ? "every action has an attribute that discards it"
            : null;
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OverriddenPolicy, own.Place(), own.ShortName(), reason));
        }
    }

    private static ISymbol? Attributed(SemanticModel model, SyntaxNode holder, CancellationToken cancellation) => holder is LambdaExpressionSyntax
        ? model.GetSymbolInfo(holder, cancellation).Symbol
        : model.GetDeclaredSymbol(holder, cancellation);

    private static bool IsDiscardedBeside(ISymbol symbol, AttributeData own, PolicySymbols symbols)
    {
        var later = symbol.GetAttributes().SkipWhile(attribute => attribute != own).Skip(1);
        return later.Any(attribute => symbols.DemandOf(attribute).Discards(symbols.DemandOf(own)));
    }

    private static bool IsDiscardedByActions(INamedTypeSymbol type, AttributeData own, PolicySymbols symbols, ControllerTypes controllers)
    {
        var actions = controllers.Actions(type).ToList();
        return actions.Count > 0 && actions.All(action => PolicyAttributes.Of(symbols, action).LastOrDefault() is { } nearest && symbols.DemandOf(nearest).Discards(symbols.DemandOf(own)));
    }
}
