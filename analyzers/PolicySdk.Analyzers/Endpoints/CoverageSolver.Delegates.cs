using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    // A delegate that goes through more variables and parameters than this is not followed.
    private const int MaxDelegateDepth = 8;

    /// <summary>What a lambda or a method is called with, once it is handed over as a delegate.</summary>
    private Coverage FromDelegateCalls(IOperation function, int ordinal) => Ask(nameof(FromDelegateCalls) + ordinal, function, () =>
    {
        var value = function;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => FromInvocations(declarator.Symbol, ordinal),
            IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } => FromDelegateParameter(call, parameter, ordinal),
            IArrayInitializerOperation { Parent: { } array } => FromDelegateList(array, ordinal),
            ICollectionExpressionOperation list => FromDelegateList(list, ordinal),
            _ => Coverage.Unknown,
        };
    });

    private Coverage FromDelegateParameter(IInvocationOperation call, IParameterSymbol parameter, int ordinal)
    {
        var method = call.TargetMethod;
        if (IsExternal(method))
        {
            // app.UseEndpoints(endpoints => ...): the application itself. Others may hand a group over that only they know.
            return method.Name == "UseEndpoints" ? Coverage.No
                : UpstreamOfCall(call) == Coverage.Yes ? Coverage.Yes
                : Coverage.Unknown;
        }

        return Within(method, () => code.Targets(method).Select(target => ParameterOf(target, parameter) is { } own ? FromInvocations(own, ordinal) : Coverage.Unknown).All());
    }

    // What a variable that holds a delegate is called with.
    private Coverage FromInvocations(ISymbol variable, int ordinal) => code.ReferencesOf(variable).Select(use => Called(use) switch
    {
        IInvocationOperation call when call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } argument => Upstream(argument.Value),
        _ when use.Parent is IBinaryOperation or IIsPatternOperation => Coverage.Pending,
        _ => FromDelegateCalls(use, ordinal),
    }).All();

    private static IInvocationOperation? Called(IOperation use) => use.Parent switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == use => call,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call } access when access.Operation == use => call,
        _ => null,
    };

    // A builder handed to a delegate: what is known of the function that is called.
    private Coverage IntoDelegate(IInvocationOperation invocation, IParameterSymbol parameter)
    {
        var applied = invocation.Instance is { } callee ? Functions(callee) : null;
        var known = applied is null ? Coverage.Unknown : applied.Select(function => function is IMethodSymbol { Parameters: var own } && parameter.Ordinal < own.Length && code.BodyOf(function) is { } body
            ? IntoParameter(own[parameter.Ordinal], body)
            : Coverage.Unknown).All();
        return known.Or(() => types.IsConventions(invocation.Type) ? Downstream(invocation) : Coverage.No);
    }

    /// <summary>The functions that a delegate may be; null where not all are known.</summary>
    private IReadOnlyList<ISymbol>? Functions(IOperation callee, int depth = 0) => depth > MaxDelegateDepth ? null : callee.Strip() switch
    {
        IDelegateCreationOperation creation => Functions(creation.Target, depth),
        IAnonymousFunctionOperation lambda => [lambda.Symbol],
        IMethodReferenceOperation reference => [reference.Method],
        ILocalReferenceOperation local when code.ValuesOf(local.Local) is [var value] => Functions(value, depth + 1),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } when method.MethodKind != MethodKind.LambdaMethod => FunctionsOf(method, parameter, depth),
        _ => null,
    };

    private List<ISymbol>? FunctionsOf(IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        _leftTheMember |= method.MethodKind != MethodKind.LocalFunction;
        var all = new List<ISymbol>();
        foreach (var call in code.CallsOf(method))
        {
            if (ArgumentFor(call, parameter) is not { } argument || Functions(argument, depth + 1) is not { } functions)
            {
                return null;
            }

            all.AddRange(functions);
        }

        return all.Count > 0 ? all : null;
    }
}
