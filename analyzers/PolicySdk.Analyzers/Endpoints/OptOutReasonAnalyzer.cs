using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6002: <c>AllowAnyAddress</c> with a reason that is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptOutReasonAnalyzer : DiagnosticAnalyzer
{
    // What the code fix writes for somebody to fill in.
    internal const string Placeholder = "TODO";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.MissingReason];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (PolicySymbols.Resolve(start.Compilation) is not { } symbols)
            {
                return;
            }

            start.RegisterOperationAction(operation => Check(operation, (IInvocationOperation)operation.Operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => Check(operation, (IObjectCreationOperation)operation.Operation, symbols), OperationKind.ObjectCreation);
        });
    }

    private static void Check(OperationAnalysisContext context, IInvocationOperation call, PolicySymbols symbols)
    {
        if (symbols.IsAllowCall(call.TargetMethod))
        {
            Check(context, call.Arguments.LastOrDefault());
        }
    }

    // The attribute is an object creation too: IAttributeOperation holds one.
    private static void Check(OperationAnalysisContext context, IObjectCreationOperation creation, PolicySymbols symbols)
    {
        if (symbols.IsAllowMetadata(creation.Type))
        {
            Check(context, creation.Arguments.FirstOrDefault());
        }
    }

    private static void Check(OperationAnalysisContext context, IArgumentOperation? argument)
    {
        if (argument is { Parameter.Name: "reason", Value.ConstantValue: { HasValue: true, Value: var reason } } && IsNone(reason as string))
        {
            var place = (argument.Syntax as ArgumentSyntax)?.Expression ?? (argument.Syntax as AttributeArgumentSyntax)?.Expression ?? argument.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(Rules.MissingReason, place.GetLocation(), place.ToString()));
        }
    }

    private static bool IsNone(string? reason) => string.IsNullOrWhiteSpace(reason) || reason!.TrimStart().StartsWith(Placeholder, StringComparison.OrdinalIgnoreCase);
}
