using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Tells whether the text of an address is compared. Text that is stored, logged or formatted is nobody's concern.</summary>
internal static class TextComparison
{
    /// <summary>Whether what <c>ToString()</c> gives is compared at once.</summary>
    internal static bool Of(IInvocationOperation toString)
    {
        var text = Whole(toString);
        return text.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => IsFirst(text, comparison.LeftOperand, comparison.RightOperand),
            IInvocationOperation call => call.Instance == text && IsComparisonOfTexts(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } argument => Compares(call, argument),
            IIsPatternOperation pattern => pattern.Value == text && IsText(pattern.Pattern),
            ISwitchOperation @switch => @switch.Value == text && @switch.Cases.Any(static one => one.Clauses.Any(IsText)),
            ISwitchExpressionOperation @switch => @switch.Value == text && @switch.Arms.Any(static arm => IsText(arm.Pattern)),
            _ => false,
        };
    }

    /// <summary>The call with all that stands before it: <c>context.Connection.RemoteIpAddress?.ToString()</c>.</summary>
    internal static Location PlaceOf(IInvocationOperation toString)
    {
        var start = toString.Syntax.SpanStart;
        for (var one = toString.Parent; one is not null; one = one.Parent)
        {
            if (one is IConditionalAccessOperation access && access.WhenNotNull.Contains(toString))
            {
                start = access.Syntax.SpanStart;
            }
        }

        return Location.Create(toString.Syntax.SyntaxTree, TextSpan.FromBounds(start, toString.Syntax.Span.End));
    }

    // With the ?. that leads to it, the conversions, and ?? "".
    private static IOperation Whole(IOperation text)
    {
        while (true)
        {
            switch (text.Parent)
            {
                case IConversionOperation:
                    text = text.Parent;
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == text:
                    text = access;
                    break;
                case ICoalesceOperation coalesce when coalesce.Value == text && IsText(coalesce.WhenNull):
                    text = coalesce;
                    break;
                default:
                    return text;
            }
        }
    }

    private static bool Compares(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        if (IsComparisonOfTexts(method))
        {
            return !method.IsStatic || (call.Arguments.Length > 1 && IsFirst(argument, call.Arguments[0], call.Arguments[1]));
        }

        return method.Name switch
        {
            "Contains" => IsPlatform(method),
            "ContainsKey" or "TryGetValue" => IsFixedTable(method.ContainingType),
            _ => false,
        };
    }

    // Not written again: a Dictionary with addresses as its keys may count what they do.
    private static bool IsFixedTable(INamedTypeSymbol type) =>
        type is { Name: "IReadOnlyDictionary" or "ReadOnlyDictionary" or "FrozenDictionary" or "ImmutableDictionary" or "IImmutableDictionary" } && IsPlatformNamespace(type);

    private static bool IsComparisonOfTexts(IMethodSymbol method) =>
        method.ContainingType?.SpecialType == SpecialType.System_String && method.Name is "Equals" or "StartsWith" or "EndsWith" or "Contains";

    private static bool IsPlatform(IMethodSymbol method) => method.ContainingType is { } type && IsPlatformNamespace(type);

    private static bool IsPlatformNamespace(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }

    // Of two addresses as text the left one is told; null and "" are no addresses.
    private static bool IsFirst(IOperation text, IOperation left, IOperation right)
    {
        var other = Unwrap(text == left ? right : left);
        return !(other.ConstantValue is { HasValue: true, Value: null or "" }) && (text == left || !IsAddressText(other));
    }

    private static bool IsAddressText(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { Name: "IPAddress", ContainingNamespace.Name: "Net" } } => true,
        IConditionalAccessOperation access => IsAddressText(access.WhenNotNull),
        _ => false,
    };

    private static IOperation Unwrap(IOperation operation) => (operation is IArgumentOperation argument ? argument.Value : operation).Strip();

    private static bool IsText(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value: var value } => IsText(value),
        IBinaryPatternOperation binary => IsText(binary.LeftPattern) || IsText(binary.RightPattern),
        INegatedPatternOperation negated => IsText(negated.Pattern),
        _ => false,
    };

    private static bool IsText(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation { Value: var value } => IsText(value),
        IPatternCaseClauseOperation { Pattern: var pattern } => IsText(pattern),
        _ => false,
    };

    private static bool IsText(IOperation value) => value.ConstantValue is { HasValue: true, Value: string };
}
