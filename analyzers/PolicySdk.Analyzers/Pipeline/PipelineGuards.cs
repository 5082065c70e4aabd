using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Tells what stands behind <c>UseIpPolicy</c>, as far as the code of the project shows.</summary>
internal sealed class PipelineGuards(PipelineSymbols symbols)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _guarding = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<(IMethodSymbol Method, IInvocationOperation Use)> _uses = [];

    /// <summary>Takes a call of <c>UseIpPolicy</c> into account.</summary>
    internal void AddGuard(IInvocationOperation guard)
    {
        if (PipelineBody.ReceiverOf(guard, symbols) is { } method)
        {
            _guarding[method] = true;
        }
    }

    /// <summary>Takes a call of a method of the project into account that gets a pipeline.</summary>
    internal void AddUse(IInvocationOperation call)
    {
        if (symbols.Policies.IsSource(call.TargetMethod) && symbols.PipelineOf(call) is not null)
        {
            _uses.Add((call.TargetMethod.OriginalDefinition, call));
        }
    }

    /// <summary>Takes a method into account that is handed over, as in <c>app.Map("/files", Files)</c>.</summary>
    internal void AddUse(IMethodReferenceOperation reference)
    {
        if (symbols.Policies.IsSource(reference.Method)
            && reference.Method.Parameters.Any(parameter => symbols.IsPipeline(parameter.Type))
            && CallAround(reference) is { } call)
        {
            _uses.Add((reference.Method.OriginalDefinition, call));
        }
    }

    /// <summary>Whether requests come by a guard before what a call adds.</summary>
    internal bool AreBefore(IInvocationOperation call) => AreBefore(call, new(SymbolEqualityComparer.Default));

    private bool AreBefore(IInvocationOperation call, HashSet<ISymbol> seen)
    {
        for (IInvocationOperation? added = call; added is not null; added = BranchAround(added))
        {
            if (PipelineBody.HasBefore(added, symbols, IsGuard) || AreBeforeUsesOf(PipelineBody.ReceiverOf(added, symbols), seen))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreBeforeUsesOf(IMethodSymbol? method, HashSet<ISymbol> seen)
    {
        if (method is null || !seen.Add(method))
        {
            return false;
        }

        var uses = _uses.Where(use => SymbolEqualityComparer.Default.Equals(use.Method, method)).ToList();
        return uses.Count > 0 && uses.TrueForAll(use => AreBefore(use.Use, seen));
    }

    private bool IsGuard(IInvocationOperation call) => symbols.KindOf(call.TargetMethod) switch
    {
        PipelineCall.UseIpPolicy => true,
        PipelineCall.Detour => Holds(call, symbols),
        PipelineCall.None => _guarding.ContainsKey(call.TargetMethod.OriginalDefinition),
        _ => false,
    };

    /// <summary>Whether code holds a guard.</summary>
    internal static bool Holds(IOperation code, PipelineSymbols symbols) =>
        code.Descendants().Any(operation => operation is IInvocationOperation call && symbols.KindOf(call.TargetMethod) == PipelineCall.UseIpPolicy);

    private static IInvocationOperation? BranchAround(IOperation operation)
    {
        while (operation is not IAnonymousFunctionOperation)
        {
            if (operation.Parent is not { } parent || operation is ILocalFunctionOperation)
            {
                return null;
            }

            operation = parent;
        }

        return CallAround(operation);
    }

    // The call that a delegate is an argument of.
    private static IInvocationOperation? CallAround(IOperation operation)
    {
        while (operation.Parent is { } parent and (IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation))
        {
            operation = parent;
        }

        return operation.Parent as IInvocationOperation;
    }
}
