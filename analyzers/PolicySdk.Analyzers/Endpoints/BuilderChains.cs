using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Goes along chains of calls on one builder: <c>app.MapGet(...).WithName(...).RequireIpPolicy()</c>.</summary>
internal sealed class BuilderChains(PolicySymbols symbols, BuilderTypes types)
{
    /// <summary>The call whose result a value is an argument of, or the receiver.</summary>
    internal static IInvocationOperation? TakenBy(IOperation value) => (value.WithConversions().Parent as IArgumentOperation)?.Parent as IInvocationOperation;

    /// <summary>The call whose result this one is told to; null where the chain begins.</summary>
    internal IInvocationOperation? Previous(IInvocationOperation call) =>
        call.ArgumentsWithReceiver().FirstOrDefault(argument => types.IsConventions(argument.Parameter.OriginalDefinition.Type)).Value?.Strip() as IInvocationOperation;

    /// <summary>
    /// Whether a call does nothing but what its name says: code of the project, or a function that a builder is handed to, may map more, or
    /// give back another builder.
    /// </summary>
    internal bool IsPlain(IInvocationOperation call) =>
        call.TargetMethod.MethodKind != MethodKind.DelegateInvoke && !symbols.IsSource(call.TargetMethod)
        && !call.ArgumentsWithReceiver().Any(argument => types.IsCallback(argument.Parameter.Type));

    /// <summary>The last call of the chain that a call is part of.</summary>
    internal IInvocationOperation Last(IInvocationOperation call)
    {
        var last = call;
        while (TakenBy(last) is { } next && Previous(next) == last && types.IsConventions(next.Type))
        {
            last = next;
        }

        return last;
    }

    /// <summary>The calls after one in its chain, the last first.</summary>
    internal IEnumerable<IInvocationOperation> After(IInvocationOperation call)
    {
        for (var one = Last(call); one is not null && one != call; one = Previous(one))
        {
            yield return one;
        }
    }
}
