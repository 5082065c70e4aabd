using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6008: an attribute that requires a policy, or opens an endpoint, where it holds for more than it stands on, or for nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisplacedAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.MisplacedPolicy, MisplacedAttributes.AtEnd];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated code hands methods over; what it says of its own classes is nobody's to change.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (PolicySymbols.ResolveOutsideTests(start.Compilation, start.Options) is not { } symbols)
            {
                return;
            }

            var uses = new HandlerUses(symbols);
            var attributes = new MisplacedAttributes(symbols, new(symbols, ControllerTypes.Resolve(start.Compilation)), uses);
            start.RegisterOperationAction(operation => uses.Add(operation.Operation), OperationKind.MethodReference, OperationKind.TypeOf, OperationKind.PropertyReference, OperationKind.Invocation);
            start.RegisterSymbolAction(symbol => attributes.Add((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => attributes.Finish(end.ReportDiagnostic));
        });
    }
}
