using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    /// <summary>Whether attributes cover what a call maps: on its handler, or on the class that handles.</summary>
    private Coverage OfHandler(IInvocationOperation mapping)
    {
        if (Mappings.MapsClass(mapping.TargetMethod) && mapping.TargetMethod.TypeArguments is [INamedTypeSymbol type])
        {
            return PolicyAttributes.Cover(symbols, type) || MethodsCover(mapping.TargetMethod.Name, type) ? Coverage.Yes : Coverage.No;
        }

        return mapping.Arguments.Where(static argument => argument.Parameter?.Type is { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate })
            .Select(argument => OfDelegate(argument.Value))
            .Any();
    }

    private bool MethodsCover(string mapping, INamedTypeSymbol type) => mapping switch
    {
        "MapHub" => PolicyAttributes.CoverByMember(symbols, type, PolicyAttributes.IsHubMember),
        "MapGrpcService" => AllMethodsCover(type),
        _ => false,
    };

    // Each method of a gRPC service is an endpoint; those of a hub are not.
    private bool AllMethodsCover(INamedTypeSymbol service)
    {
        var methods = service.GetMembers().OfType<IMethodSymbol>().Where(static method => method is { IsOverride: true, DeclaredAccessibility: Accessibility.Public }).ToList();
        return methods.Count > 0 && methods.All(method => PolicyAttributes.Cover(symbols, method));
    }

    private Coverage OfDelegate(IOperation handler) => Ask(nameof(OfDelegate), handler, () => handler.Strip() switch
    {
        IDelegateCreationOperation creation => OfDelegate(creation.Target),
        IAnonymousFunctionOperation lambda => OfFunction(lambda.Symbol),
        // Which method a call of an interface runs is not looked up, and its attributes count, not those of the interface.
        IMethodReferenceOperation { Method.ContainingType.TypeKind: TypeKind.Interface, IsVirtual: true } => Coverage.Unknown,
        IMethodReferenceOperation reference => OfFunction(reference.Method).Or(reference.IsVirtual && reference.Method.MayBeOverridden() ? Coverage.Unknown : Coverage.No),
        ILocalReferenceOperation local => ValuesAt(local.Local, local).Values.Select(OfDelegate).All(),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } when method.MethodKind != MethodKind.LambdaMethod =>
            Leave(() => code.CallsOf(method).Select(call => ArgumentFor(call, parameter) is { } argument ? OfDelegate(argument) : Coverage.Unknown).All()),
        IFieldReferenceOperation field => Leave(() => code.ValuesOf(field.Field).Select(OfDelegate).All()),
        _ => Coverage.Unknown,
    });

    private Coverage OfFunction(IMethodSymbol function) => PolicyAttributes.Cover(symbols, function) ? Coverage.Yes
        : symbols.TypesMayAddMetadata(function) ? Coverage.Unknown
        : Coverage.No;

    // WithMetadata(new AllowAnyAddressAttribute("..."))
    private Coverage OfMetadata(IInvocationOperation invocation) => invocation.Arguments.Skip(1)
        .SelectMany(static argument => argument.Value is IArrayCreationOperation { Initializer: { } list } ? list.ElementValues : [argument.Value])
        .Select(OfMetadataItem)
        .Any();

    private Coverage OfMetadataItem(IOperation item) => item.Strip() switch
    {
        IObjectCreationOperation { Type: var type } => symbols.IsPolicyMetadata(type) ? Coverage.Yes : Coverage.No,
        { Type: { TypeKind: TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Array or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } } => Coverage.Unknown,
        { Type: var type } => symbols.IsPolicyMetadata(type) ? Coverage.Yes : type?.ToDisplayString() == "System.Attribute" ? Coverage.Unknown : Coverage.No,
    };

    // Add(endpoint => endpoint.Metadata.Add(new RequireIpPolicyAttribute<T>()))
    private Coverage OfConvention(IOperation convention)
    {
        if (convention.Strip() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
        {
            return Coverage.Unknown;
        }

        var created = lambda.Body.Descendants().OfType<IObjectCreationOperation>().Where(creation => symbols.IsPolicyMetadata(creation.Type)).ToList<IOperation>();
        return created.Count == 0 ? Coverage.No : Paths.AlwaysRuns(lambda.Body, created) ? Coverage.Yes : Coverage.Unknown;
    }

    // A library that calls back with the builder: whether it does, only it knows.
    private Coverage OfCallbacks(IInvocationOperation invocation) => invocation.Arguments
        .SelectMany(static argument => argument.Value.DescendantsAndSelf())
        .Any(function => function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body.Descendants().OfType<IInvocationOperation>().Any(call => symbols.IsPolicyCall(call.TargetMethod) || HandsOver(call)),
            IMethodReferenceOperation reference => symbols.IsSource(reference.Method) && types.Carries(reference.Method),
            _ => false,
        }) ? Coverage.Unknown : Coverage.No;

    // To code of the project, which may put a policy on it.
    private bool HandsOver(IInvocationOperation call) => symbols.IsSource(call.TargetMethod) && types.Carries(call.TargetMethod);
}
