using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    private const int MaxDelegateDepth = 8;

    // A parameter is covered when every caller hands over something that is.
    private Coverage FromParameter(IParameterReferenceOperation use) => use.Parameter.ContainingSymbol is INamedTypeSymbol { IsExtension: true }
        ? FromReceivers(use)
        : FromParameter(use.Parameter);

    // The receiver of an extension block is that of the calls of the member at hand.
    private Coverage FromReceivers(IParameterReferenceOperation use) => code.MemberOf(use) switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => Leave(() => code.ReferencesOf(property).OfType<IPropertyReferenceOperation>()
            .Select(reference => reference.Instance is { } instance ? Upstream(instance) : Coverage.Unknown).All()),
        IMethodSymbol method => Leave(() => FromCallers(method, use.Parameter)),
        _ => Coverage.Unknown,
    };

    private Coverage FromParameter(IParameterSymbol parameter) => Ask(nameof(FromParameter), parameter.Declaration(), () => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LambdaMethod } lambda => code.BodyOf(lambda)?.Parent is { } function ? FromDelegateCalls(function, parameter.Ordinal) : Coverage.Unknown,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } function => FromCallers(function, parameter),
        IMethodSymbol method => Leave(() => FromCallers(method, parameter)),
        _ => Coverage.Unknown,
    });

    private Coverage FromCallers(IMethodSymbol method, IParameterSymbol parameter)
    {
        var calls = Callers(method).Select(call => ArgumentFor(call, parameter) is { } argument ? FromCaller(call, argument, method) : Coverage.Unknown);
        var references = code.MethodReferencesOf(method).Select(reference => FromDelegateCalls(reference, parameter.Ordinal));
        return calls.Concat(references).All();
    }

    // Map<T>(app) calls T.Map(app): of its callers only those count that name the type in question.
    private Coverage FromCaller(IOperation call, IOperation argument, IMethodSymbol method)
    {
        if (TypeParameter(call) is not { DeclaringMethod: { } generic } type
            || argument.Strip() is not IParameterReferenceOperation reference
            || !SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol?.Declaration(), generic.Declaration()))
        {
            return argument.IsNull() ? Coverage.Pending : Upstream(argument);
        }

        return OnVariable(reference.Parameter, reference).Or(() => Callers(generic)
            .Where(outer => outer is IInvocationOperation { TargetMethod.TypeArguments: var arguments } && IsOrMayBe(arguments[type.Ordinal], method.ContainingType))
            .Select(outer => ArgumentFor(outer, reference.Parameter) is { } given ? Upstream(given) : Coverage.Unknown)
            .Least());
    }

    private static ITypeParameterSymbol? TypeParameter(IOperation call) => call is IInvocationOperation invocation
        ? invocation.ConstrainedToType as ITypeParameterSymbol ?? invocation.Instance?.Type as ITypeParameterSymbol
        : null;

    private static bool IsOrMayBe(ITypeSymbol argument, INamedTypeSymbol type) =>
        argument is ITypeParameterSymbol || argument.IsOrDerivesFrom(type);

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
                : call.ArgumentsWithReceiver().Where(argument => types.IsRoutes(argument.Value.Type)).Select(argument => Upstream(argument.Value)).All() == Coverage.Yes ? Coverage.Yes
                : Coverage.Unknown;
        }

        Coverage Inside() => code.Targets(method).Select(target => ParameterOf(target, parameter) is { } own ? FromInvocations(own, ordinal) : Coverage.Unknown).All();
        return method.MethodKind == MethodKind.LocalFunction ? Inside() : Leave(Inside);
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

    private Coverage FromDelegateList(IOperation list, int ordinal)
    {
        var value = list.WithConversions();
        return value.Parent switch
        {
            IForEachLoopOperation { Locals: [var element] } => FromInvocations(element, ordinal),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => code.ReferencesOf(declarator.Symbol)
                .Select(use => use.WithConversions().Parent is IForEachLoopOperation { Locals: [var element] } ? FromInvocations(element, ordinal) : Coverage.Unknown)
                .All(),
            _ => Coverage.Unknown,
        };
    }

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
        foreach (var call in Callers(method))
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
