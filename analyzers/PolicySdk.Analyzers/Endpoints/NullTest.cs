using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>A condition that tells nothing but whether a value is null: <c>x is null</c>, <c>x != null</c>, <c>x is { } y</c>.</summary>
/// <param name="Value">What is tested.</param>
/// <param name="Declared">The variable that holds the value where it is not null; null without one.</param>
/// <param name="Outcome">What the condition gives for null.</param>
internal readonly record struct NullTest(IOperation Value, ISymbol? Declared, bool Outcome)
{
    internal static NullTest? Of(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => Of(operand) is { } inner ? inner with { Outcome = !inner.Outcome } : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => OfComparison(equals, outcome: true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs => OfComparison(differs, outcome: false),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern } } test => OfPattern(test.Value, pattern, isNegated: true),
        IIsPatternOperation test => OfPattern(test.Value, test.Pattern, isNegated: false),
        _ => null,
    };

    /// <summary>Whether an operation is about the value that is tested.</summary>
    internal bool Concerns(IOperation operation) => operation.Variable() is { } variable
        && (SymbolEqualityComparer.Default.Equals(variable, Declared) || SymbolEqualityComparer.Default.Equals(variable, Value.Unwrap().Variable()));

    /// <summary>Whether a field or property is tested, which other code can set.</summary>
    internal bool IsOfMember => Value.Unwrap() is IMemberReferenceOperation;

    private static NullTest? OfComparison(IBinaryOperation comparison, bool outcome) =>
        comparison.OperatorMethod is not null ? null
        : comparison.RightOperand.IsNull() ? new(comparison.LeftOperand, Declared: null, outcome)
        : comparison.LeftOperand.IsNull() ? new(comparison.RightOperand, Declared: null, outcome)
        : null;

    private static NullTest? OfPattern(IOperation value, IPatternOperation pattern, bool isNegated) => pattern switch
    {
        IConstantPatternOperation { Value: var constant } when constant.IsNull() => new(value, Declared: null, !isNegated),
        _ when IsNotNullPattern(pattern) => new(value, pattern.DeclaredVariable(), isNegated),
        _ => null,
    };

    // What fits whatever a value of its type may be, but null: { } x, or the type itself.
    private static bool IsNotNullPattern(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchedType: { } matched } => SymbolEqualityComparer.Default.Equals(matched, pattern.InputType),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } recursive => SymbolEqualityComparer.Default.Equals(recursive.MatchedType, pattern.InputType),
        ITypePatternOperation type => SymbolEqualityComparer.Default.Equals(type.MatchedType, pattern.InputType),
        _ => false,
    };
}
