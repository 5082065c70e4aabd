using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    private readonly Dictionary<(ISymbol Variable, ISymbol Owner), HashSet<IOperation>> _coveringUses = [];

    /// <summary>Whether what endpoints are mapped on is a group that is covered, wherever the value came from.</summary>
    private Coverage Upstream(IOperation value) => Ask(nameof(Upstream), value, () => FollowBack(value.Unwrap()));

    private Coverage FollowBack(IOperation value)
    {
        if (types.IsApplication(value.Type))
        {
            return Coverage.No;
        }

        return value switch
        {
            IInvocationOperation invocation => FromCall(invocation),
            ILocalReferenceOperation local => FromVariable(local.Local, local),
            IParameterReferenceOperation parameter => FromParameterOrValues(parameter),
            IFieldReferenceOperation field => Leave(() => OnVariable(field.Field, field).Or(() => ValuesOf(field.Field).Select(Upstream).All())),
            IPropertyReferenceOperation property => Leave(() => (IsStored(property.Property) ? OnVariable(property.Property, property) : Coverage.No).Or(() => FromProperty(property.Property))),
            IConditionalAccessInstanceOperation instance => AccessedBy(instance) is { } accessed ? Upstream(accessed) : Coverage.Unknown,
            _ => Choices(value).Select(Upstream).All(),
        };
    }

    // The values of which an expression gives one; none where it does not choose.
    private IEnumerable<IOperation> Choices(IOperation value) => value switch
    {
        IConditionalOperation { WhenFalse: { } } conditional when NotNullBranch(conditional) is { } branch => [branch],
        IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
        ICoalesceOperation coalesce when IsAlwaysGiven(coalesce.Value) || coalesce.WhenNull.Strip() is IThrowOperation => [coalesce.Value],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        ISwitchExpressionOperation @switch => @switch.Arms.Select(static arm => arm.Value).Where(static arm => arm.Strip() is not IThrowOperation),
        ISimpleAssignmentOperation assignment => [assignment.Value],
        ICoalesceAssignmentOperation assignment => [assignment.Target, assignment.Value],
        _ => [],
    };

    private Coverage FromCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Downstream(invocation).Or(Coverage.Unknown);
        }

        // MapGroup, or a fluent call on its result: what is put on it counts, and what is put on the group around.
        if (IsExternal(method))
        {
            var own = types.IsConventions(method.ReturnType) ? Downstream(invocation) : Coverage.No;
            return own.Or(() => symbols.IsPolicyCall(method) ? Coverage.Yes : UpstreamOfCall(invocation))
                .Or(symbols.MayApply(method) && !symbols.IsRuntime(method) ? Coverage.Unknown : Coverage.No);
        }

        return Downstream(invocation).Or(() => Within(method, () => FromReturns(invocation)));
    }

    private Coverage FromReturns(IInvocationOperation invocation) => code.Targets(invocation.TargetMethod)
        .Select(target => code.ReturnsOf(target).Select(returned => FromReturn(invocation, target, returned.Unwrap())).All())
        .All();

    // What a method makes of a group that it is given is in that group: app.MapGroup("/x"), where app is the parameter.
    private Coverage FromReturn(IInvocationOperation call, IMethodSymbol target, IOperation value) => Ask(nameof(FromReturn), (call, value), () =>
    {
        Coverage Follow(IOperation source) => FromReturn(call, target, source.Unwrap());
        switch (value)
        {
            case IParameterReferenceOperation { Parameter: var parameter } reference when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol?.Declaration(), target) && ArgumentFor(call, parameter) is { } argument:
                return OnVariable(parameter, reference).Or(() => OfValuesAt(reference, Follow, () => Upstream(argument)));
            case ILocalReferenceOperation local when LoopOf(local.Local, local) is null:
                return OnVariable(local.Local, local).Or(() => ValuesAt(local.Local, local).Values.Select(Follow).All());
            case IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } invocation when IsExternal(method)
                && RoutesOf(invocation).FirstOrDefault() is { } receiver:
                return symbols.IsPolicyCall(method) ? Coverage.Yes
                    : (types.IsConventions(method.ReturnType) ? Downstream(invocation) : Coverage.No).Or(() => Follow(receiver));
            default:
                return Choices(value).ToList() is { Count: > 0 } choices ? choices.Select(Follow).All() : Upstream(value);
        }
    });

    private Coverage FromVariable(ILocalSymbol local, IOperation use) => OnVariable(local, use).Or(() =>
        LoopOf(local, use) is { } loop ? FromElements(loop.Collection) : ValuesAt(local, use).Values.Select(Upstream).All());

    private Coverage FromParameterOrValues(IParameterReferenceOperation use) => OnVariable(use.Parameter, use).Or(() => OfValuesAt(use, Upstream, () => FromParameter(use)));

    // What a parameter was set to, and what it began with unless that is gone.
    private Coverage OfValuesAt(IParameterReferenceOperation use, Func<IOperation, Coverage> follow, Func<Coverage> given)
    {
        var (values, isReplaced) = ValuesAt(use.Parameter, use);
        var set = values.Select(follow);
        return (isReplaced ? set : set.Append(given())).All();
    }

    // Policies put on the variable in the same function, before or after the endpoint is mapped.
    private Coverage OnVariable(ISymbol variable, IOperation use)
    {
        if (code.OwnerOf(use) is not { } owner || CoveringUses(variable, owner) is not { Count: > 0 } covering)
        {
            return Coverage.No;
        }

        if (code.HasJumps(use))
        {
            return Coverage.Unknown;
        }

        var ofSameValue = covering.Where(other => IsSameValue(variable, other, use)).ToList();
        return (variable is IParameterSymbol parameter && IsAsGiven(parameter, use) && AlwaysCovered(parameter, owner, covering))
            || ofSameValue.Any(other => Paths.Dominates(other, use)) || Paths.AlwaysFollows(use, ofSameValue) ? Coverage.Yes : Coverage.No;
    }

    private HashSet<IOperation> CoveringUses(ISymbol variable, ISymbol owner)
    {
        var key = (variable.Declaration(), owner);
        if (!_coveringUses.TryGetValue(key, out var covering))
        {
            _coveringUses[key] = covering = [];
            covering.UnionWith(code.ReferencesOf(variable).Where(use => SymbolEqualityComparer.Default.Equals(code.OwnerOf(use), owner) && Downstream(use) == Coverage.Yes));
        }

        return covering;
    }

    private bool AlwaysCovered(IParameterSymbol parameter, ISymbol owner, HashSet<IOperation> covering) => Ask(nameof(AlwaysCovered), (parameter.Declaration(), owner), () =>
        code.BodyOf(owner) is { } body && Paths.AlwaysRuns(body, [.. covering.Where(use => IsAsGiven(parameter, use))]) ? Coverage.Yes : Coverage.No) == Coverage.Yes;

    // Whether a property gives the same group each time, and does not make another.
    private bool IsStored(IPropertySymbol property) => property is { IsAbstract: false, IsVirtual: false, IsOverride: false }
        && code.ReturnsOf(property).All(static returned => returned.Strip() is IFieldReferenceOperation or ICoalesceAssignmentOperation { Target: IFieldReferenceOperation });

    private Coverage FromProperty(IPropertySymbol property) =>
        code.ReturnsOf(property).Concat(ValuesOf(property)).Select(Upstream).All();

    // group is null ? app : group, where every caller gives a group.
    private IOperation? NotNullBranch(IConditionalOperation conditional) =>
        NullTest.Of(conditional.Condition) is { } test && IsAlwaysGiven(test.Value) ? test.Outcome ? conditional.WhenFalse : conditional.WhenTrue : null;

    private bool IsAlwaysGiven(IOperation value)
    {
        if (value.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } || code.ValuesOf(parameter).Count > 0)
        {
            return false;
        }

        _leftTheMember = true;
        var calls = code.CallsOf(method).ToList();
        return calls.Count > 0 && !code.MethodReferencesOf(method).Any() && calls.All(call => ArgumentFor(call, parameter) is { } argument && IsNeverNull(argument));
    }

    private static bool IsNeverNull(IOperation argument) => argument.Parent is IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue }
        && !argument.IsNull()
        && argument.SemanticModel?.GetTypeInfo(argument.Syntax).Nullability.FlowState == NullableFlowState.NotNull;

    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation instance)
    {
        for (var one = instance.Parent; one is not null; one = one.Parent)
        {
            if (one is IConditionalAccessOperation access && access.WhenNotNull.Contains(instance))
            {
                return access.Operation;
            }
        }

        return null;
    }
}
