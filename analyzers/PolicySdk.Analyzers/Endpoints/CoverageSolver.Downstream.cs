using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    /// <summary>Whether a policy or an opt-out is put on a value, on every path after it was made.</summary>
    /// <param name="value">An expression that gives the builder.</param>
    private Coverage Downstream(IOperation value) => Ask(nameof(Downstream), value, () => FollowValue(value));

    private Coverage FollowValue(IOperation value)
    {
        switch (value.Parent)
        {
            case IConversionOperation { OperatorMethod: not null } or IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null }:
                return Coverage.Unknown;
            case IConversionOperation { IsTryCast: true } cast when !(value.Type is { } type && cast.Type is INamedTypeSymbol wanted && (type.Implements(wanted) || type.IsOrDerivesFrom(wanted))):
                // Of another type it goes nowhere.
                return Downstream(cast) == Coverage.No ? Coverage.No : Coverage.Unknown;
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
                return Coverage.Unknown;
            case IMemberReferenceOperation member when types.Holds(member.Type) || member.Member.ContainingType?.IsExtension == true:
                return Coverage.Unknown;
            case IConversionOperation or IAwaitOperation or IConditionalOperation { IsRef: false } or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                return value.Parent is IConditionalOperation conditional && conditional.Condition == value ? Coverage.No : Downstream(value.Parent);
            case IArgumentOperation { Parameter: { } parameter, Parent: { } call }:
                return IntoCall(call, parameter);
            case IInvocationOperation invocation when invocation.Instance == value:
                return IntoInstance(invocation);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IntoVariable(declarator.Symbol, declarator);
            case IAssignmentOperation assignment and (ISimpleAssignmentOperation or ICoalesceAssignmentOperation) when assignment.Value == value:
                return IntoTarget(assignment).Or(() => Downstream(assignment));
            case IReturnOperation returned:
                return code.OwnerOf(returned) is { } owner ? FromFunction((owner as IMethodSymbol)?.AssociatedSymbol ?? owner) : Coverage.Unknown;
            case IConditionalAccessOperation access when access.WhenNotNull == value:
                return Downstream(access);
            case IConditionalAccessOperation access when access.Operation == value:
                return access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Take(1).Select(Downstream).All();
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                return IntoCollection(array);
            case ICollectionExpressionOperation collection:
                return IntoCollection(collection);
            case IFieldInitializerOperation initializer:
                return Leave(() => initializer.InitializedFields.Select(field => IntoMember(field, initializer)).All());
            case IPropertyInitializerOperation initializer:
                return Leave(() => initializer.InitializedProperties.Select(property => IntoMember(property, initializer)).All());
            case IIsPatternOperation test when test.Pattern.DeclaredVariable() is { } declared:
                return NullTest.Of(test) is null ? Coverage.Unknown : IntoVariable(declared, test);
            case IMemberReferenceOperation or IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IDiscardOperation or INameOfOperation or null:
                return Coverage.No;
            default:
                return Coverage.Unknown;
        }
    }

    private Coverage IntoCall(IOperation call, IParameterSymbol parameter) => call switch
    {
        IInvocationOperation invocation when symbols.IsPolicyCall(invocation.TargetMethod) => Coverage.Yes,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation => IntoDelegate(invocation, parameter),
        IInvocationOperation invocation when IsExternal(invocation.TargetMethod) => IntoExternal(invocation, parameter),
        IInvocationOperation invocation => IntoSource(invocation, parameter),
        IObjectCreationOperation { Constructor: { } constructor } when symbols.IsSource(constructor) => Leave(() => IntoBodies(constructor, parameter)),
        _ => Coverage.Unknown,
    };

    // An instance member: Add and Finally of the builder itself, or an extension of the new kind.
    private Coverage IntoInstance(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { ContainingType: { IsExtension: true, ExtensionParameter: { } receiver } } => IntoCall(invocation, receiver),
        { Name: "Add" or "Finally" } => invocation.Arguments.Select(argument => OfConvention(argument.Value)).Any(),
        var method when IsExternal(method) => types.Of(invocation.Instance?.Type) == BuilderKinds.None && types.Holds(method.ReturnType) ? Coverage.Unknown : Coverage.No,
        _ => Coverage.Unknown,
    };

    private Coverage IntoExternal(IInvocationOperation invocation, IParameterSymbol parameter)
    {
        var method = invocation.TargetMethod;
        if (IsValueOfAnyType(parameter))
        {
            return method.Name == "Add" && invocation.Instance is ILocalReferenceOperation list ? OfLoops(list.Local, uses => Paths.AlwaysFollows(invocation, uses)) : Coverage.Unknown;
        }

        if (!types.IsConventions(parameter.OriginalDefinition.Type))
        {
            return symbols.MayApply(method) && types.IsRoutes(parameter.OriginalDefinition.Type) && types.IsConventions(parameter.Type) ? Coverage.Unknown : Coverage.No;
        }

        var own = symbols.MayApply(method) && !symbols.IsRuntime(method) ? Coverage.Unknown
            : method.Name == "WithMetadata" ? OfMetadata(invocation)
            : OfCallbacks(invocation);
        return types.IsConventions(method.ReturnType) ? own.Or(() => Downstream(invocation)) : own;
    }

    // What holds or passes on whatever it is given, builders too: List<T>.Add, an extension for each T.
    private bool IsValueOfAnyType(IParameterSymbol parameter) => parameter.OriginalDefinition.Type is var type
        && (type is ITypeParameterSymbol || type.SpecialType == SpecialType.System_Object) && types.Of(type) == BuilderKinds.None;

    private Coverage IntoSource(IInvocationOperation invocation, IParameterSymbol parameter)
    {
        var method = invocation.TargetMethod;
        return Within(method, () => IntoBodies(method, parameter)).Or(() => GivesBack(method, parameter) ? Downstream(invocation) : Coverage.No);
    }

    private Coverage IntoBodies(IMethodSymbol method, IParameterSymbol parameter) => OfTargets(method, parameter, IntoParameter);

    // Whether what a method gives back is what it was given.
    private bool GivesBack(IMethodSymbol method, IParameterSymbol parameter) =>
        types.IsConventions(method.ReturnType)
        && code.Targets(method).All(target => code.ReturnsOf(target) is { Count: > 0 } returns && ParameterOf(target, parameter) is { } own && returns.All(returned => IsSame(returned, own)));

    // Follows fluent calls back to their receiver.
    private bool IsSame(IOperation value, ISymbol variable, int depth = 0) => depth < MaxDepth && value.Strip() switch
    {
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.Declaration(), variable.Declaration())
            && ValuesAt(reference.Parameter, reference).Values.All(one => IsSame(one, variable, depth + MaxDepth / 4)),
        ILocalReferenceOperation reference => ValuesAt(reference.Local, reference).Values is { Count: > 0 } values && values.All(one => IsSame(one, variable, depth + MaxDepth / 4)),
        IInvocationOperation { TargetMethod: { } method } invocation when types.IsConventions(method.ReturnType) =>
            invocation.ArgumentsWithReceiver().FirstOrDefault(argument => types.IsConventions(argument.Parameter.OriginalDefinition.Type)) is { Value: { } first, Parameter: { } parameter }
            && (IsExternal(method) || GivesBack(method, parameter)) && IsSame(first, variable, depth + 1),
        _ => false,
    };

    // What a function gives back is covered when every caller covers it.
    private Coverage FromFunction(ISymbol function) => Ask(nameof(FromFunction), function.Declaration(), () => function switch
    {
        IPropertySymbol property => Leave(() => code.ReferencesOf(property).Select(Downstream).All()),
        IMethodSymbol { MethodKind: MethodKind.LambdaMethod } => Coverage.Unknown,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } method => code.CallsOf(method).Select(Downstream).All(),
        IMethodSymbol method => Leave(() => code.MethodReferencesOf(method).Any() ? Coverage.Unknown : code.CallsOf(method).Select(Downstream).All()),
        _ => Coverage.Unknown,
    });
}
