using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Finds the policy of all endpoints that have none of their own: <c>IpPolicyOptions.FallbackPolicy</c>.</summary>
internal sealed class FallbackPolicies(PolicySymbols symbols)
{
    private const string Name = "FallbackPolicy";

    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentions = new();

    private volatile bool _isSet;

    /// <summary>Whether it is set, on every path, in what was added so far.</summary>
    internal bool IsSet => _isSet;

    internal void Add(IOperation operation)
    {
        var isSetting = operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "Use" + Name } method } => symbols.IsRuntime(method),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: Name } property } } assignment =>
                symbols.IsRuntime(property) && !(assignment.Value.ConstantValue is { HasValue: true, Value: null }),
            _ => false,
        };
        if (isSetting && Paths.AlwaysRuns(Body(operation), [operation]))
        {
            _isSet = true;
        }
    }

    /// <summary>Whether any file says the name: one that was not analysed yet may set it.</summary>
    internal bool IsMentioned(CancellationToken cancellation) => symbols.Compilation.SyntaxTrees.Any(tree =>
        (bool)Mentions.GetValue(tree, tree => tree.GetText(cancellation).ToString().Contains(Name)));

    private static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent && !Paths.IsFunction(parent))
        {
            operation = parent;
        }

        return operation;
    }
}
