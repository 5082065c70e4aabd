using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    // Builders in a list that is gone through by foreach.
    private Coverage IntoCollection(IOperation collection)
    {
        var value = collection.WithConversions();
        return value.Parent switch
        {
            IForEachLoopOperation loop when loop.Collection == value => IntoLoop(loop),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => OfLoops(declarator.Symbol, uses => Paths.AlwaysFollows(declarator, uses)),
            IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } } when !IsExternal(method) =>
                Leave(() => OfTargets(method, parameter, (own, body) => OfLoops(own, uses => Paths.AlwaysRuns(body, uses)))),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } invocation } when IsExternal(method) && !symbols.MayApply(method) =>
                OfCallbacks(invocation).Or(types.Holds(method.ReturnType) ? Coverage.Unknown : Coverage.No),
            _ => Coverage.Unknown,
        };
    }

    private Coverage OfLoops(ISymbol variable, Func<ICollection<IOperation>, bool> always)
    {
        if (code.ValuesOf(variable).Count > 1)
        {
            return Coverage.Unknown;
        }

        var covering = new HashSet<IOperation>();
        var other = Coverage.No;
        foreach (var use in code.ReferencesOf(variable))
        {
            if (use.WithConversions() is { Parent: IInvocationOperation { TargetMethod.Name: "Add" } add } value && add.Instance == value)
            {
                continue;
            }

            var coverage = LoopOver(use) is { } loop ? IntoLoop(loop) : Coverage.Unknown;
            if (coverage == Coverage.Yes)
            {
                covering.Add(use);
            }

            other = other.Or(coverage == Coverage.Yes ? Coverage.No : coverage);
        }

        return covering.Count > 0 && always(covering) ? Coverage.Yes : other;
    }

    private Coverage IntoLoop(IForEachLoopOperation loop) => loop.Locals is [var element] && !MayLeave(loop)
        ? OfUses(element, uses => Paths.AlwaysRuns(loop.Body, uses), use => IsSameFunction(loop.Body, use))
        : Coverage.Unknown;

    // Before it came to the last element.
    private bool MayLeave(IForEachLoopOperation loop) => loop.Body.Descendants().Any(operation => IsSameFunction(operation, loop) && operation switch
    {
        IReturnOperation => true,
        IBranchOperation branch => branch.BranchKind == BranchKind.GoTo || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        _ => false,
    });

    // Groups in a list: an endpoint is mapped on each.
    private Coverage FromElements(IOperation collection) => collection.Strip() switch
    {
        IArrayCreationOperation { Initializer: { } list } => list.ElementValues.Select(Upstream).All(),
        ICollectionExpressionOperation list => list.Elements.Select(Upstream).All(),
        ILocalReferenceOperation { Local: var local } when code.ValuesOf(local) is [var value] && code.ReferencesOf(local).All(static use => LoopOver(use) is not null) => FromElements(value),
        _ => Coverage.Unknown,
    };

    // The loop that goes through a list.
    private static IForEachLoopOperation? LoopOver(IOperation list) => list.WithConversions() is { Parent: IForEachLoopOperation loop } value && loop.Collection == value ? loop : null;

    // The loop that gives a variable its values.
    private static IForEachLoopOperation? LoopOf(ILocalSymbol local, IOperation use)
    {
        for (var one = use.Parent; one is not null; one = one.Parent)
        {
            if (one is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return loop;
            }
        }

        return null;
    }

    // Functions in a list, each of which is called.
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
}
