using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Which of its values a variable holds at which place. In doubt it may hold any, and is not the same as before.</summary>
internal sealed partial class CoverageSolver
{
    private readonly Dictionary<ISymbol, VariableValues> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Variable, IOperation Use), (IReadOnlyList<IOperation> Values, bool IsReplaced)> _valuesAt = [];

    // On null nothing is mapped.
    private IReadOnlyList<IOperation> ValuesOf(ISymbol variable) => AllOf(variable).NotNull;

    private VariableValues AllOf(ISymbol variable) =>
        _values.TryGetValue(variable.Declaration(), out var known) ? known : _values[variable.Declaration()] = new(variable, code.ValuesOf(variable), code);

    /// <summary>What a variable may hold where it is used.</summary>
    /// <returns>Also whether one of the values certainly replaced what a parameter began with.</returns>
    private (IReadOnlyList<IOperation> Values, bool IsReplaced) ValuesAt(ISymbol variable, IOperation use) =>
        _valuesAt.TryGetValue((variable, use), out var known) ? known : _valuesAt[(variable, use)] = FindValuesAt(AllOf(variable), use);

    private (IReadOnlyList<IOperation> Values, bool IsReplaced) FindValuesAt(VariableValues values, IOperation use)
    {
        if (values.IsSetOnce || !IsSetInOrder(values, use) || IsSetLaterInLoop(values, use))
        {
            return (values.NotNull, false);
        }

        var found = new List<IOperation>();
        var isReplaced = false;
        foreach (var value in values.Before(use.Syntax.SpanStart).Where(value => !values.AreAlternatives(value, use)).TakeWhile(_ => !isReplaced))
        {
            isReplaced = value.Parent is { } setting and not ICoalesceAssignmentOperation && Paths.Dominates(setting, use);
            if (!value.IsNull())
            {
                found.Add(value);
            }
        }

        return (found, isReplaced);
    }

    /// <summary>Whether a variable certainly holds at one place what it holds, or was given, at the other.</summary>
    private bool IsSameValue(ISymbol variable, IOperation one, IOperation other)
    {
        var values = AllOf(variable);
        var (start, end) = (Math.Min(one.Syntax.Span.End, other.Syntax.Span.End), Math.Max(one.Syntax.SpanStart, other.Syntax.SpanStart));
        if (values.HasAlias || !IsSameInstance(one, other))
        {
            return false;
        }

        // A member is null before the one time it is set.
        return values.IsSetOnce
            ? variable is ILocalSymbol or IParameterSymbol || !IsSameFunction(one, other) || !values.Between(start, end).Any(value => IsSameFunction(value, one))
            : IsSetInOrder(values, one) && IsSetInOrder(values, other)
                && values.Between(start, end).All(value => values.AreAlternatives(value, one) || values.AreAlternatives(value, other))
                && !LoopsAroundOne(one, other).Any(loop => values.All.Any(loop.Contains));
    }

    /// <summary>Whether a parameter holds at a place what the caller gave for it.</summary>
    private bool IsAsGiven(IParameterSymbol parameter, IOperation use)
    {
        var values = AllOf(parameter);
        return values.IsSetOnce
            || (IsSetInOrder(values, use) && !IsSetLaterInLoop(values, use) && values.Before(use.Syntax.SpanStart).All(value => values.AreAlternatives(value, use)));
    }

    private bool IsSetInOrder(VariableValues values, IOperation use) => values.Function is { } function && SymbolEqualityComparer.Default.Equals(code.OwnerOf(use), function);

    private static bool IsSetLaterInLoop(VariableValues values, IOperation use) =>
        use.LoopsAround().Any(loop => values.Between(use.Syntax.SpanStart, loop.Syntax.Span.End).Any());

    private static IEnumerable<ILoopOperation> LoopsAroundOne(IOperation one, IOperation other) =>
        one.LoopsAround().Where(loop => !loop.Contains(other)).Concat(other.LoopsAround().Where(loop => !loop.Contains(one)));

    // Members of two objects are two variables.
    private bool IsSameInstance(IOperation one, IOperation other) => (InstanceOf(one), InstanceOf(other)) switch
    {
        (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }, { } made) => IsMadeBy(made, one),
        ({ } made, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }) => IsMadeBy(made, other),
        (null or IInstanceReferenceOperation, null or IInstanceReferenceOperation) => true,
        ({ } left, { } right) => left.Strip().Variable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, right.Strip().Variable()) && IsSameValue(variable, left.Strip(), right.Strip()),
        _ => false,
    };

    // var module = new Module { Group = ... }; module.Group
    private bool IsMadeBy(IOperation instance, IOperation initialized) =>
        instance.Strip() is ILocalReferenceOperation local && ValuesAt(local.Local, local).Values is [var value] && value.Contains(initialized) && !LoopsAroundOne(local, initialized).Any();

    private static IOperation? InstanceOf(IOperation place) => place switch
    {
        IMemberReferenceOperation reference => reference.Instance,
        IAssignmentOperation { Target: IMemberReferenceOperation reference } => reference.Instance,
        _ => null,
    };
}
