using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What a variable is set to, in the order of the text.</summary>
internal sealed class VariableValues
{
    private readonly ISymbol _variable;
    private readonly int[] _ends;

    internal VariableValues(ISymbol variable, IReadOnlyList<IOperation> all, EndpointCode code)
    {
        _variable = variable;
        All = all;
        NotNull = [.. all.Where(static value => !value.IsNull())];
        _ends = [.. all.Select(static value => value.Syntax.Span.End)];
        HasAlias = all.Any(static value => value is IVariableInitializerOperation);
        IsSetOnce = all.Count == 0 || (all.Count == 1 && variable is not IParameterSymbol && all[0].LoopsAround().All(IsDeclaredIn));
        if (variable is ILocalSymbol or IParameterSymbol && all.Count > 0 && !HasAlias && !code.HasJumps(all[0])
            && variable.ContainingSymbol?.Declaration() is IMethodSymbol declaring && all.All(value => SymbolEqualityComparer.Default.Equals(code.OwnerOf(value)?.Declaration(), declaring)))
        {
            Function = declaring;
        }
    }

    internal IReadOnlyList<IOperation> All { get; }

    /// <summary>Those that endpoints can be mapped on.</summary>
    internal IReadOnlyList<IOperation> NotNull { get; }

    /// <summary>Whether the variable has another name, by which it can be set: <c>ref var other = ref variable</c>.</summary>
    internal bool HasAlias { get; }

    /// <summary>Whether the variable has one value for all its life.</summary>
    internal bool IsSetOnce { get; }

    /// <summary>The function that declares the variable, and alone sets it, and jumps nowhere but in loops; null where that is not so.</summary>
    internal ISymbol? Function { get; }

    /// <summary>Whether a run that comes by one place does not come by the other as long as the variable lives.</summary>
    internal bool AreAlternatives(IOperation one, IOperation other) =>
        Paths.AreAlternatives(one, other) && one.LoopsAround().All(loop => !loop.Contains(other) || IsDeclaredIn(loop));

    /// <summary>The values that are set before a position, the last one first.</summary>
    internal IEnumerable<IOperation> Before(int position)
    {
        for (var i = IndexAfter(position) - 1; i >= 0; i--)
        {
            yield return All[i];
        }
    }

    /// <summary>The values that are set after one position, up to another.</summary>
    internal IEnumerable<IOperation> Between(int start, int end)
    {
        for (var i = IndexAfter(start); i < _ends.Length && _ends[i] <= end; i++)
        {
            yield return All[i];
        }
    }

    // One for each run of the loop.
    private bool IsDeclaredIn(ILoopOperation loop) => _variable is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } && loop.Syntax.Span.Contains(declaration.Span);

    private int IndexAfter(int position)
    {
        var found = Array.BinarySearch(_ends, position);
        if (found < 0)
        {
            return ~found;
        }

        while (found < _ends.Length && _ends[found] == position)
        {
            found++;
        }

        return found;
    }
}
