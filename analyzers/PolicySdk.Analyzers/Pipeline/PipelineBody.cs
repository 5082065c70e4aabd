using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>The order of calls on one pipeline within one body.</summary>
internal static class PipelineBody
{
    /// <summary>A call and what is beside it; nothing is beside a call whose pipeline is not followed.</summary>
    internal static PipelineNeighbors NeighborsOf(IInvocationOperation call, PipelineSymbols symbols) => new(call, PipelineOf(call, symbols) is { } pipeline
        ? [.. InFunction(FunctionOf(call))
            .Select(one => (Kind: symbols.KindOf(one.TargetMethod), Call: one))
            .Where(one => one.Kind != PipelineCall.None && SymbolEqualityComparer.Default.Equals(PipelineOf(one.Call, symbols), pipeline))
            .OrderBy(static one => Place(one.Call))]
        : []);

    /// <summary>Whether a run may come by a call that is sought, on the same pipeline in the same function, before the call.</summary>
    internal static bool HasBefore(IInvocationOperation call, PipelineSymbols symbols, Func<IInvocationOperation, bool> isSought) =>
        PipelineOf(call, symbols) is { } pipeline
        && InFunction(FunctionOf(call)).Any(one => isSought(one) && SymbolEqualityComparer.Default.Equals(PipelineOf(one, symbols), pipeline) && MayPrecede(one, call));

    /// <summary>The function whose parameter the pipeline of a call is; null where it comes from anywhere else.</summary>
    internal static IMethodSymbol? ReceiverOf(IInvocationOperation call, PipelineSymbols symbols) =>
        PipelineOf(call, symbols) is IParameterSymbol { ContainingSymbol: IMethodSymbol method } ? method : null;

    /// <summary>Whether a run can come by one call and then by another.</summary>
    internal static bool MayPrecede(IInvocationOperation earlier, IInvocationOperation later)
    {
        if (Place(earlier) >= Place(later))
        {
            return false;
        }

        for (IOperation child = earlier; child.Parent is { } parent; child = parent)
        {
            if (parent.Contains(later))
            {
                return !AreAlternatives(child, ChildToward(parent, later), parent);
            }

            if (Leaves(parent))
            {
                return false;
            }
        }

        return false;
    }

    // Where a call ends it is made: what it is called on, and with, comes before.
    private static int Place(IInvocationOperation call) => call.Syntax.Span.End;

    private static IOperation FunctionOf(IOperation operation)
    {
        while (operation.Parent is { } parent && !operation.IsFunction())
        {
            operation = parent;
        }

        return operation;
    }

    private static IEnumerable<IInvocationOperation> InFunction(IOperation function)
    {
        var rest = new Stack<IOperation>();
        rest.Push(function);
        while (rest.Count > 0)
        {
            var operation = rest.Pop();
            if (operation is IInvocationOperation invocation)
            {
                yield return invocation;
            }

            foreach (var child in operation.ChildOperations)
            {
                if (!child.IsFunction())
                {
                    rest.Push(child);
                }
            }
        }
    }

    // The variable at the start of a chain: app in app.UseRouting().UseCors(). Another way to get at a pipeline is not followed.
    private static ISymbol? PipelineOf(IOperation call, PipelineSymbols symbols)
    {
        for (var value = symbols.PipelineOf(call); value is not null;)
        {
            switch (value.Strip())
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                    return member.Member;
                case IInvocationOperation { TargetMethod: { ReturnType: var type, Name: not "New" } } inner when symbols.IsPipeline(type):
                    value = symbols.PipelineOf(inner);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? ChildToward(IOperation parent, IOperation descendant)
    {
        foreach (var child in parent.ChildOperations)
        {
            if (child.Contains(descendant))
            {
                return child;
            }
        }

        return null;
    }

    // Two branches of an if or a switch.
    private static bool AreAlternatives(IOperation one, IOperation? other, IOperation parent) => parent switch
    {
        IConditionalOperation conditional => one != conditional.Condition && other != conditional.Condition,
        ISwitchOperation @switch => one != @switch.Value && other != @switch.Value,
        ISwitchExpressionOperation @switch => one != @switch.Value && other != @switch.Value,
        _ => false,
    };

    // A block that ends with return or throw: what follows it is not reached from inside.
    private static bool Leaves(IOperation operation) => operation switch
    {
        IReturnOperation or IThrowOperation => true,
        IBlockOperation { Operations: [.., var last] } => Ends(last),
        ISwitchCaseOperation { Body: [.., var last] } => Ends(last),
        _ => false,
    };

    private static bool Ends(IOperation last) => last is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
}
