using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells builders around which, and on which so far, there is certainly no policy: the application is in sight, and all between.</summary>
internal sealed class OutermostBuilders(PolicySymbols symbols, BuilderTypes types, EndpointCode code)
{
    private readonly BuilderChains _chains = new(symbols, types);
    private readonly Dictionary<ISymbol, bool> _locals = new(SymbolEqualityComparer.Default);

    /// <summary>Whether no policy reaches what a call gives from the calls before it, from its handler or from a group around.</summary>
    internal bool Is(IInvocationOperation call) => _chains.Previous(call) is { } earlier
        ? _chains.IsPlain(earlier) && AddsNone(earlier) && Is(earlier)
        : !HandlersMayAdd(call) && call.ArgumentsWithReceiver().Where(argument => types.IsRoutes(argument.Parameter.OriginalDefinition.Type)).ToList() is { Count: > 0 } routes
            && routes.All(argument => IsOutermost(argument.Value));

    private bool IsOutermost(IOperation routes) => routes.Unwrap() switch
    {
        { Type: var type } when types.IsApplication(type) => true,
        IInvocationOperation call => _chains.IsPlain(call) && AddsNone(call) && Is(call),
        ILocalReferenceOperation { Local: var local } => IsOutermost(local),
        _ => false,
    };

    private bool IsOutermost(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var known))
        {
            _locals[local] = false; // What is set by itself is no sight of the application.
            _locals[local] = known = code.ValuesOf(local) is [var value] && code.ReferencesOf(local).All(IsMappedOn) && IsOutermost(value);
        }

        return known;
    }

    private bool AddsNone(IInvocationOperation call) =>
        symbols.DemandOf(call.TargetMethod) != Demand.Policy
        && call.TargetMethod.Name is not ("WithMetadata" or "Add" or "Finally")
        && (symbols.IsRuntime(call.TargetMethod) || !symbols.MayApply(call.TargetMethod));

    // group.MapGet(...): nothing is told to the group.
    private bool IsMappedOn(IOperation use) => BuilderChains.TakenBy(use) is { } call && _chains.IsPlain(call) && AddsNone(call)
        && call.ArgumentsWithReceiver().Where(argument => argument.Value.Strip() == use).All(argument =>
            argument.Parameter.RefKind == RefKind.None && types.Of(argument.Parameter.OriginalDefinition.Type) == BuilderKinds.Routes);

    private bool HandlersMayAdd(IInvocationOperation mapping) =>
        (!IsNearerThanCall(mapping.TargetMethod) && mapping.TargetMethod.TypeArguments.Any(HasPolicy))
        || mapping.Arguments.Select(static argument => argument.Value.Strip()).Any(argument => argument switch
        {
            ITypeOfOperation { TypeOperand: var type } => HasPolicy(type),
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => MayAdd(lambda.Symbol),
            IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => MayAdd(reference.Method) || reference.IsVirtual,
            { Type: { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate } } => true,
            _ => false,
        });

    // What the attributes of a class that is mapped ask for is nearer than what is put on the call.
    private static bool IsNearerThanCall(IMethodSymbol method) => Mappings.MapsClass(method) || method.Name == "MapRazorComponents";

    private bool MayAdd(IMethodSymbol handler) => HasPolicy(handler) || symbols.TypesMayAddMetadata(handler);

    private bool HasPolicy(ISymbol symbol) => PolicyAttributes.Of(symbols, symbol).Any(attribute => symbols.DemandOf(attribute) == Demand.Policy);
}
