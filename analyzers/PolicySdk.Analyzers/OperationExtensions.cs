using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers;

/// <summary>Questions to operations.</summary>
internal static class OperationExtensions
{
    /// <summary>The operation that all others of a member are within.</summary>
    internal static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Whether an operation is a function within a member: a lambda or a local function.</summary>
    internal static bool IsFunction(this IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation;

    /// <summary>The loops of its function that an operation is within.</summary>
    internal static IEnumerable<ILoopOperation> LoopsAround(this IOperation operation)
    {
        for (var one = operation; one is not null && !one.IsFunction(); one = one.Parent)
        {
            if (one is ILoopOperation loop)
            {
                yield return loop;
            }
        }
    }

    /// <summary>Whether an operation is another, or has it somewhere within.</summary>
    internal static bool Contains(this IOperation whole, IOperation part)
    {
        for (var one = part; one is not null; one = one.Parent)
        {
            if (one == whole)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value without the conversions and <c>await</c> around it.</summary>
    internal static IOperation Strip(this IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.Operand.Strip(),
        IAwaitOperation awaited => awaited.Operation.Strip(),
        _ => operation,
    };

    /// <summary>A value without the conversions around it that hand on the same object or throw: not <c>as</c>, and no operator.</summary>
    internal static IOperation Unwrap(this IOperation operation) => operation switch
    {
        IConversionOperation { IsTryCast: false, OperatorMethod: null } conversion => conversion.Operand.Unwrap(),
        IAwaitOperation awaited => awaited.Operation.Unwrap(),
        _ => operation,
    };

    /// <summary>A value with the conversions around it.</summary>
    internal static IOperation WithConversions(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation conversion)
        {
            operation = conversion;
        }

        return operation;
    }

    /// <summary>The variable, field or property that an operation reads or writes; null for any other operation.</summary>
    internal static ISymbol? Variable(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => reference.Member,
        _ => null,
    };

    /// <summary>The variable that a pattern declares for the whole value.</summary>
    internal static ISymbol? DeclaredVariable(this IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        INegatedPatternOperation negated => negated.Pattern.DeclaredVariable(),
        _ => null,
    };

    /// <summary>Whether a value is the literal <c>null</c>, or the <c>default</c> of a type that has it.</summary>
    internal static bool IsNull(this IOperation value) => value.Strip() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    /// <summary>The arguments of a call with their parameters, the receiver of an extension among them.</summary>
    internal static IEnumerable<(IParameterSymbol Parameter, IOperation Value)> ArgumentsWithReceiver(this IOperation call)
    {
        if (call is IInvocationOperation { Instance: { } instance, TargetMethod.ContainingType: { IsExtension: true, ExtensionParameter: { } receiver } })
        {
            yield return (receiver, instance);
        }

        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                yield return (parameter, argument.Value);
            }
        }
    }

    /// <summary>Where the name of the method stands in a call.</summary>
    internal static Location NameLocation(this IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax access => access.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
