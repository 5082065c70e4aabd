using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells whether one of some operations runs on every path. Exceptions are no paths: they end the start of an application.</summary>
internal static class Paths
{
    /// <summary>How code can be left without any of the operations having run.</summary>
    [Flags]
    private enum Ways
    {
        None = 0,

        /// <summary>Goes on with what follows.</summary>
        Falls = 1,

        /// <summary>Leaves the loop or the switch around.</summary>
        Breaks = 2,

        /// <summary>Leaves the method.</summary>
        Returns = 4,
    }

    /// <summary>Whether each run of a body runs one of the operations.</summary>
    internal static bool AlwaysRuns(IOperation body, ICollection<IOperation> operations) => Of(body, operations) == Ways.None;

    /// <summary>Whether, after a point was reached, one of the operations runs in the same function.</summary>
    internal static bool AlwaysFollows(IOperation point, ICollection<IOperation> operations)
    {
        var ways = Ways.Falls;
        for (var (child, parent) = (point, point.Parent); parent is not null && !child.IsFunction(); (child, parent) = (parent, parent.Parent))
        {
            if (child is ILoopOperation or ISwitchOperation && (ways & Ways.Breaks) != 0)
            {
                ways = (ways | Ways.Falls) & ~Ways.Breaks;
            }

            if ((ways & Ways.Falls) != 0)
            {
                ways = (ways & ~Ways.Falls) | After(child, parent, operations);
            }
        }

        return ways == Ways.None;
    }

    /// <summary>Whether an operation has run whenever a point is reached.</summary>
    internal static bool Dominates(IOperation operation, IOperation point)
    {
        for (var (child, parent) = (point, point.Parent); parent is not null && !child.IsFunction(); (child, parent) = (parent, parent.Parent))
        {
            foreach (var earlier in parent.ChildOperations.TakeWhile(one => one != child))
            {
                if (IsSequence(parent) && earlier.Contains(operation))
                {
                    return Of(earlier, [operation]) == Ways.None;
                }
            }
        }

        return false;
    }

    /// <summary>Whether two operations are in branches of which one run takes only one.</summary>
    internal static bool AreAlternatives(IOperation one, IOperation other)
    {
        for (var (child, parent) = (one, one.Parent); parent is not null && !child.IsFunction(); (child, parent) = (parent, parent.Parent))
        {
            if (parent.Contains(other))
            {
                return ChosenBy(parent) is { } condition && child != condition && !child.Contains(other) && !condition.Contains(other);
            }
        }

        return false;
    }

    // What decides which of an operation's branches is taken; null where it has none.
    private static IOperation? ChosenBy(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => conditional.Condition,
        ISwitchOperation @switch => @switch.Value,
        ISwitchExpressionOperation @switch => @switch.Value,
        _ => null,
    };

    private static bool IsSequence(IOperation operation) => operation is IBlockOperation or ISwitchCaseOperation;

    private static Ways After(IOperation child, IOperation parent, ICollection<IOperation> operations) => parent switch
    {
        IConditionalOperation conditional when child == conditional.Condition => Branches(conditional, operations),
        ISwitchOperation @switch when child == @switch.Value => Cases(@switch, operations),
        ISwitchExpressionOperation @switch when child == @switch.Value => Arms(@switch, operations),
        ITryOperation @try when child != @try.Finally => Of(@try.Finally, operations),
        IReturnOperation => Ways.Returns,
        IThrowOperation => Ways.None,
        IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or ITryOperation or ILoopOperation or ICoalesceOperation => Ways.Falls,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => Ways.Falls,
        _ => Sequence(parent.ChildOperations.SkipWhile(one => one != child).Skip(1), operations),
    };

    private static Ways Of(IOperation? operation, ICollection<IOperation> operations) => operation switch
    {
        null => Ways.Falls,
        _ when operations.Contains(operation) => Ways.None,
        IConditionalOperation conditional => Then(Of(conditional.Condition, operations), () => Branches(conditional, operations)),
        ISwitchOperation @switch => Then(Of(@switch.Value, operations), () => Cases(@switch, operations)),
        ISwitchExpressionOperation @switch => Then(Of(@switch.Value, operations), () => Arms(@switch, operations)),
        IConditionalAccessOperation access => Then(Of(access.Operation, operations), () => Maybe(Of(access.WhenNotNull, operations))),
        ICoalesceAssignmentOperation assignment => Then(Of(assignment.Target, operations), () => Maybe(Of(assignment.Value, operations))),
        IWhileLoopOperation { ConditionIsUntil: false, Condition.ConstantValue: { HasValue: true, Value: true } } loop => AfterLoop(Of(loop.Body, operations) & ~Ways.Falls),
        IForEachLoopOperation loop => Then(Of(loop.Collection, operations), () => Maybe(AfterLoop(Of(loop.Body, operations)))),
        IWhileLoopOperation { ConditionIsTop: false } loop => AfterLoop(Of(loop.Body, operations)),
        ILoopOperation loop => Maybe(AfterLoop(Of(loop.Body, operations))),
        ITryOperation @try => Finally(@try, operations),
        IReturnOperation returned => Of(returned.ReturnedValue, operations) == Ways.None ? Ways.None : Ways.Returns,
        IThrowOperation => Ways.None,
        IBranchOperation branch => branch.BranchKind == BranchKind.GoTo ? Ways.Returns : Ways.Breaks,
        ICoalesceOperation coalesce => Then(Of(coalesce.Value, operations), () => Maybe(Of(coalesce.WhenNull, operations))),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary =>
            Then(Of(binary.LeftOperand, operations), () => Maybe(Of(binary.RightOperand, operations))),
        IAnonymousFunctionOperation or ILocalFunctionOperation => Ways.Falls,
        _ => Sequence(operation.ChildOperations, operations),
    };

    private static Ways Sequence(IEnumerable<IOperation> children, ICollection<IOperation> operations)
    {
        var ways = Ways.Falls;
        foreach (var child in children)
        {
            ways = Then(ways, () => Of(child, operations));
        }

        return ways;
    }

    private static Ways Then(Ways first, Func<Ways> second) => (first & Ways.Falls) == 0 ? first : (first & ~Ways.Falls) | second();

    private static Ways Maybe(Ways ways) => ways | Ways.Falls;

    private static Ways AfterLoop(Ways ways) => (ways & Ways.Breaks) == 0 ? ways : (ways & ~Ways.Breaks) | Ways.Falls;

    private static Ways Branches(IConditionalOperation conditional, ICollection<IOperation> operations) =>
        Branch(conditional.WhenTrue, conditional.Condition, outcome: true, operations) | Branch(conditional.WhenFalse, conditional.Condition, outcome: false, operations);

    private static Ways Branch(IOperation? branch, IOperation condition, bool outcome, ICollection<IOperation> operations) =>
        IsRuledOut(branch, condition, outcome, operations) ? Ways.None : Of(branch, operations);

    // By a constant; or because what the operations are about is null then, and so there is nothing that they could be missing on.
    private static bool IsRuledOut(IOperation? branch, IOperation condition, bool outcome, ICollection<IOperation> operations) => condition.ConstantValue is { HasValue: true, Value: bool constant }
        ? constant != outcome
        : NullTest.Of(condition) is { } test && test.Outcome == outcome && operations.Any(test.Concerns) && (branch is null || LeavesNull(branch, test));

    private static bool LeavesNull(IOperation branch, NullTest test) => branch.DescendantsAndSelf().All(operation =>
        !test.Concerns(operation) && !MaySet(operation, test));

    // Code of the project may set a member, and functions what they see.
    private static bool MaySet(IOperation operation, NullTest test) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } } => true,
        IInvocationOperation { TargetMethod: var method } => test.IsOfMember && method.Locations.Any(static location => location.IsInSource),
        IObjectCreationOperation { Constructor: { } constructor } => test.IsOfMember && constructor.ContainingType.Locations.Any(static location => location.IsInSource),
        _ => false,
    };

    private static Ways Cases(ISwitchOperation @switch, ICollection<IOperation> operations)
    {
        var hasDefault = @switch.Cases.Any(static one => one.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default));
        var ways = @switch.Cases.Aggregate(hasDefault ? Ways.None : Ways.Falls, (ways, one) => ways | Sequence(one.Body, operations));
        return AfterLoop(ways);
    }

    private static Ways Arms(ISwitchExpressionOperation @switch, ICollection<IOperation> operations) =>
        @switch.Arms.Aggregate(Ways.None, (ways, arm) => ways | Of(arm.Value, operations));

    private static Ways Finally(ITryOperation @try, ICollection<IOperation> operations)
    {
        var last = Of(@try.Finally, operations);
        var body = Of(@try.Body, operations);
        return last == Ways.None ? Ways.None : body;
    }
}
