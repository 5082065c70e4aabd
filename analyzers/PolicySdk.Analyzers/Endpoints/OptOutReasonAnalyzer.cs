using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6002: <c>AllowAnyAddress</c> with a reason that is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptOutReasonAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What the code fix writes for somebody to fill in.</summary>
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

            start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.Invocation, OperationKind.ObjectCreation);

            // The attributes of a lambda are no operations.
            start.RegisterSyntaxNodeAction(node => Check(node, symbols), SyntaxKind.Attribute);
        });
    }

    private static void Check(OperationAnalysisContext context, PolicySymbols symbols)
    {
        var argument = context.Operation switch
        {
            IInvocationOperation call when symbols.IsAllowCall(call.TargetMethod) => call.Arguments.LastOrDefault(),
            IObjectCreationOperation { Parent: not IAttributeOperation } creation when symbols.IsAllowMetadata(creation.Type) => creation.Arguments.FirstOrDefault(),
            _ => null,
        };
        if (argument?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { Expression: { } reason } && IsNone(argument.Value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.MissingReason, reason.GetLocation(), reason.ToString()));
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, PolicySymbols symbols)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments is [{ Expression: { } reason }]
            && attribute.Name.LastIdentifier().ValueText.StartsWith("AllowAnyAddress", StringComparison.Ordinal)
            && symbols.IsAllowMetadata(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type)
            && context.SemanticModel.GetConstantValue(WithoutSuppression(reason), context.CancellationToken) is { HasValue: true, Value: var value }
            && IsNone(value as string))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.MissingReason, reason.GetLocation(), reason.ToString()));
        }
    }

    // null!
    private static ExpressionSyntax WithoutSuppression(ExpressionSyntax expression) =>
        expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: { } operand } ? operand : expression;

    private static bool IsNone(IOperation reason) => reason.Strip() switch
    {
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => true,
        { ConstantValue: { HasValue: true, Value: var value } } => IsNone(value as string),
        _ => false,
    };

    private static bool IsNone(string? reason) => string.IsNullOrWhiteSpace(reason) || reason!.TrimStart().StartsWith(Placeholder, StringComparison.OrdinalIgnoreCase);
}
