using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells builders around which, and on which so far, there is certainly no policy: the application is in sight, and all between.</summary>
internal sealed class OutermostBuilders(PolicySymbols symbols, BuilderTypes types, EndpointCode code)
{
    private readonly BuilderChains _chains = new(types);

    /// <summary>Whether no policy reaches what a call gives from the calls before it, from its handler or from a group around.</summary>
    internal bool Is(IInvocationOperation call) => _chains.Previous(call) is { } earlier
        ? AddsNone(earlier) && Is(earlier)
        : !HandlersMayAdd(call) && call.ArgumentsWithReceiver().All(argument => !types.IsBuilder(argument.Value.Type) || IsOutermost(argument.Value));

    private bool IsOutermost(IOperation routes) => routes.Strip() switch
    {
        { Type: var type } when types.IsApplication(type) => true,
        IInvocationOperation call => AddsNone(call) && Is(call),
        ILocalReferenceOperation { Local: var local } => code.ValuesOf(local) is [var value] && code.ReferencesOf(local).All(IsMappedOn) && IsOutermost(value),
        _ => false,
    };

    private bool AddsNone(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return symbols.DemandOf(method) != Demand.Policy
            && method is { MethodKind: not MethodKind.DelegateInvoke, Name: not ("WithMetadata" or "Add" or "Finally") }
            && !symbols.IsSource(method) && (symbols.IsRuntime(method) || !symbols.MayApply(method));
    }

    // group.MapGet(...): nothing is told to the group.
    private bool IsMappedOn(IOperation use) => BuilderChains.TakenBy(use) is { } call && AddsNone(call)
        && call.ArgumentsWithReceiver().All(argument => argument.Value.Strip() != use || !types.IsConventions(argument.Parameter.OriginalDefinition.Type));

    private bool HandlersMayAdd(IInvocationOperation mapping) => mapping.Arguments
        .Where(static argument => argument.Parameter?.Type is { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate })
        .Any(argument => argument.Value.Strip() is not IDelegateCreationOperation { Target: var target } || target switch
        {
            IAnonymousFunctionOperation lambda => HasPolicy(lambda.Symbol),
            IMethodReferenceOperation reference => HasPolicy(reference.Method) || reference.IsVirtual,
            _ => true,
        });

    private bool HasPolicy(IMethodSymbol handler) => PolicyAttributes.Of(symbols, handler).Any(attribute => symbols.DemandOf(attribute) == Demand.Policy);
}
