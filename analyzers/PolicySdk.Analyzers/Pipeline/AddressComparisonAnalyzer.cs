using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK7005: addresses compared by reference, which is never true, or as text, of which an address has several.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AddressComparisonAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.AddressComparison];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Net.IPAddress") is { } address)
            {
                var expression = start.Compilation.GetTypeByMetadataName("System.Linq.Expressions.Expression`1");
                start.RegisterOperationAction(operation => CheckReferences(operation, address, expression), OperationKind.Binary);
                start.RegisterOperationAction(operation => CheckText(operation, address, expression), OperationKind.Invocation);
            }
        });
    }

    private static void CheckReferences(OperationAnalysisContext context, INamedTypeSymbol address, INamedTypeSymbol? expression)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison is { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null }
            && Implicit(comparison.LeftOperand) is var left && IsAddress(left, address)
            && Implicit(comparison.RightOperand) is var right && IsAddress(right, address)
            && !(IsSingleton(left, address) && IsSingleton(right, address))
            && !IsInExpression(comparison, expression))
        {
            var (sign, advice) = comparison.OperatorKind == BinaryOperatorKind.Equals ? ("==", "left.Equals(right)") : ("!=", "!left.Equals(right)");
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.AddressComparison, comparison.Syntax.GetLocation(), $"'{sign}' asks whether two IPAddress objects are the same object: two with the same address are not. Write {advice}."));
        }
    }

    private static void CheckText(OperationAnalysisContext context, INamedTypeSymbol address, INamedTypeSymbol? expression)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance.Type: { } type }
            && SymbolEqualityComparer.Default.Equals(type, address)
            && TextComparison.Of(call)
            && !IsInExpression(call, expression))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.AddressComparison, TextComparison.PlaceOf(call), "One address has several texts: 203.0.113.7 is ::ffff:203.0.113.7 as well. Compare by IPAddress.Equals or IPNetwork.Contains, or write a policy."));
        }
    }

    // Not what is cast to object: that says that the reference is meant.
    private static IOperation Implicit(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true } conversion)
        {
            operand = conversion.Operand;
        }

        return operand;
    }

    private static bool IsAddress(IOperation operand, INamedTypeSymbol address) =>
        SymbolEqualityComparer.Default.Equals(operand.Type, address) && !(operand.ConstantValue is { HasValue: true, Value: null });

    // IPAddress.Any == IPAddress.IPv6Any: there is one of each.
    private static bool IsSingleton(IOperation operand, INamedTypeSymbol address) =>
        operand is IFieldReferenceOperation { Field: { IsStatic: true, ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, address);

    // A database compares by value what an expression tree compares by ==.
    private static bool IsInExpression(IOperation operation, INamedTypeSymbol? expression)
    {
        for (var one = operation.Parent; one is not null; one = one.Parent)
        {
            if (one is IAnonymousFunctionOperation && one.Parent is IConversionOperation { Type: { } type } && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, expression))
            {
                return true;
            }
        }

        return false;
    }
}
