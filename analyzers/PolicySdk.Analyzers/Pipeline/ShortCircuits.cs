using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Tells whether an endpoint that is short-circuited requires a policy, as far as the member that maps it says so.</summary>
internal sealed class ShortCircuits(PolicySymbols symbols)
{
    // A chain that goes through more variables than this is not followed.
    private const int MaxDepth = 8;

    internal bool RequiresPolicy(IInvocationOperation shortCircuit) =>
        (After(shortCircuit) ?? Of(Receiver(shortCircuit), depth: 0)) == true;

    // What is put on the endpoint later in the chain. Null: nothing is.
    private bool? After(IInvocationOperation call)
    {
        for (IOperation value = call; Outer(value) is { } outer; value = outer)
        {
            if (Says(outer) is { } said)
            {
                return said;
            }
        }

        return null;
    }

    private static IInvocationOperation? Outer(IOperation value) =>
        value.WithConversions().Parent is IArgumentOperation { Parent: IInvocationOperation outer } argument && outer.Arguments[0] == argument && outer.TargetMethod.IsExtensionMethod ? outer : null;

    // What is put on a value, or on the group that it was mapped on: the nearest says it.
    private bool? Of(IOperation? value, int depth) => depth > MaxDepth ? null : value switch
    {
        IInvocationOperation call => Says(call) ?? OfHandler(call) ?? Of(Receiver(call), depth),
        ILocalReferenceOperation local => OfVariable(local.Local, local, depth),
        IParameterReferenceOperation parameter => OfVariable(parameter.Parameter, parameter, depth),
        _ => null,
    };

    private bool? Says(IInvocationOperation call) => symbols.IsAllowCall(call.TargetMethod) ? false : symbols.IsRequireCall(call.TargetMethod) ? true : null;

    private bool? OfHandler(IInvocationOperation mapping)
    {
        foreach (var argument in mapping.Arguments)
        {
            if (argument.Value.Strip() is IDelegateCreationOperation { Target: var target }
                && (target as IAnonymousFunctionOperation)?.Symbol is var lambda
                && (lambda ?? (target as IMethodReferenceOperation)?.Method) is { } handler
                && PolicyAttributes.Of(symbols, handler).LastOrDefault() is { } attribute)
            {
                return symbols.IsRequireMetadata(attribute.AttributeClass);
            }
        }

        return null;
    }

    private IOperation? Receiver(IInvocationOperation call)
    {
        foreach (var (_, value) in call.ArgumentsWithReceiver())
        {
            var stripped = value.Strip();
            if (stripped.Type is { } type && (type.Implements(symbols.RouteBuilder) || type.Implements(symbols.ConventionBuilder)))
            {
                return stripped;
            }
        }

        return null;
    }

    private bool? OfVariable(ISymbol variable, IOperation use, int depth)
    {
        bool? said = null;
        foreach (var operation in use.Root().Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when Says(call) is { } here && Refers(Receiver(call), variable):
                    return here;
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable):
                    said = Of(value.Strip(), depth + 1);
                    break;
            }
        }

        return said;
    }

    private static bool Refers(IOperation? value, ISymbol variable) => value switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    };
}
