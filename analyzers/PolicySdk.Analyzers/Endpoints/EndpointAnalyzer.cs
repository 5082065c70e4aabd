using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>
/// PSDK6001 and PSDK6004: endpoints that no policy and no opt-out reaches, or of which that can't be told; PSDK6003: what never takes effect.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.UnprotectedEndpoint, Rules.UnknownEndpoint, Rules.OverriddenPolicy, EndpointReport.UnprotectedAtEnd, EndpointReport.UnknownAtEnd];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated code maps endpoints and hands builders on; what is wrong in it is told by the audit at start-up.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (PolicySymbols.ResolveOutsideTests(context.Compilation, context.Options) is not { } symbols)
        {
            return;
        }

        var types = new BuilderTypes(symbols);
        var handlers = ControllerTypes.Resolve(context.Compilation) is { } controllers ? new HandlerTypes(symbols, controllers) : null;
        var project = new EndpointProject(symbols, types, handlers);
        context.RegisterOperationBlockStartAction(block =>
        {
            var isPart = IsCarrier(block.OwningSymbol, types);
            block.RegisterOperationAction(
                operation =>
                {
                    var invocation = (IInvocationOperation)operation.Operation;
                    isPart = isPart || types.Carries(invocation.TargetMethod);
                    project.AddOption(invocation);
                },
                OperationKind.Invocation);
            block.RegisterOperationAction(operation => project.AddOption((ISimpleAssignmentOperation)operation.Operation), OperationKind.SimpleAssignment);
            block.RegisterOperationBlockEndAction(end =>
            {
                if (isPart)
                {
                    project.AddMember(end.OwningSymbol, end.OperationBlocks, end.ReportDiagnostic, end.CancellationToken);
                }
            });
        });
        if (handlers is not null)
        {
            context.RegisterSymbolAction(symbol => handlers.Add((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        }

        context.RegisterCompilationEndAction(end => project.Finish(end.ReportDiagnostic, end.CancellationToken));
    }

    private static bool IsCarrier(ISymbol owner, BuilderTypes types) => owner switch
    {
        IMethodSymbol method => types.Carries(method),
        IFieldSymbol field => types.Of(field.Type) != BuilderKinds.None,
        IPropertySymbol property => types.Of(property.Type) != BuilderKinds.None,
        _ => false,
    };
}
