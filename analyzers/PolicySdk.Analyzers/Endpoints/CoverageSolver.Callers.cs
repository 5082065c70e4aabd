using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
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
        IMethodSymbol method => Within(method, () => FromCallers(method, parameter)),
        _ => Coverage.Unknown,
    });

    private Coverage FromCallers(IMethodSymbol method, IParameterSymbol parameter)
    {
        var calls = code.CallsOf(method).Select(call => ArgumentFor(call, parameter) is { } argument ? FromCaller(call, argument, method) : Coverage.Unknown);
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

        return OnVariable(reference.Parameter, reference).Or(() => code.CallsOf(generic)
            .Where(outer => outer is IInvocationOperation { TargetMethod.TypeArguments: var arguments } && IsOrMayBe(arguments[type.Ordinal], method.ContainingType))
            .Select(outer => ArgumentFor(outer, reference.Parameter) is { } given ? Upstream(given) : Coverage.Unknown)
            .Least());
    }

    private static ITypeParameterSymbol? TypeParameter(IOperation call) => call is IInvocationOperation invocation
        ? invocation.ConstrainedToType as ITypeParameterSymbol ?? invocation.Instance?.Type as ITypeParameterSymbol
        : null;

    private static bool IsOrMayBe(ITypeSymbol argument, INamedTypeSymbol type) =>
        argument is ITypeParameterSymbol || argument.IsOrDerivesFrom(type);
}
