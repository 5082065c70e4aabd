using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Finds the policy of all endpoints that have none of their own: <c>IpPolicyOptions.FallbackPolicy</c>.</summary>
internal sealed class FallbackPolicies(PolicySymbols symbols)
{
    private const string Name = "FallbackPolicy";

    private static readonly HashSet<string> HostTypes = ["IServiceCollection", "IHostApplicationBuilder", "WebApplicationBuilder", "IHostBuilder", "IWebHostBuilder"];

    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentions = new();

    private volatile bool _isSet;
    private volatile bool _mayBeSet;

    /// <summary>Whether it is set, on every path, in what was added so far.</summary>
    internal bool IsSet => _isSet;

    /// <summary>Whether a library that knows the runtime was handed the services, and may set it unseen.</summary>
    internal bool MayBeSet => _mayBeSet;

    internal void Add(IOperation operation)
    {
        if (operation is IInvocationOperation call && symbols.HasKnowingReference && !symbols.IsRuntime(call.TargetMethod) && symbols.MayApply(call.TargetMethod)
            && call.Arguments.Any(static argument => HostTypes.Contains(argument.Parameter?.Type.Name ?? "")))
        {
            _mayBeSet = true;
            return;
        }

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

    /// <summary>Whether code that was not analysed yet may set it.</summary>
    internal bool MayComeYet(CancellationToken cancellation) => symbols.HasKnowingReference || IsMentioned(cancellation);

    private bool IsMentioned(CancellationToken cancellation) => symbols.Compilation.SyntaxTrees.Any(tree =>
        (bool)Mentions.GetValue(tree, tree => tree.GetText(cancellation).ToString().Contains(Name)));

    private static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent && !parent.IsFunction())
        {
            operation = parent;
        }

        return operation;
    }
}
