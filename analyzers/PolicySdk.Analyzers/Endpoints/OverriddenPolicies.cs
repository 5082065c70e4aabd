using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 in code: a policy or an opt-out in a chain of calls that a nearer one always discards.</summary>
internal sealed class OverriddenPolicies(PolicySymbols symbols, BuilderTypes types, EndpointCode code, Action<Diagnostic> report)
{
    private const string ByOptOut = "the opt-out that lies nearer discards it";
    private const string ByPolicy = "the policy that lies nearer is what counts";

    /// <summary>What a call or an attribute asks for.</summary>
    private enum Demand
    {
        None,
        Policy,
        OptOut,
    }

    internal void Check()
    {
        foreach (var call in code.Invocations)
        {
            if (DemandOf(call) is var demand && demand != Demand.None)
            {
                CheckEarlier(call, demand);
                CheckGroup(call, demand);
            }
        }
    }

    // What stands before it in the chain, or on the handler: farther away.
    private void CheckEarlier(IInvocationOperation call, Demand demand)
    {
        for (var receiver = ReceiverOf(call); receiver is not null; receiver = ReceiverOf(receiver))
        {
            var earlier = DemandOf(receiver);
            if (earlier != Demand.None && earlier != demand)
            {
                Tell(receiver.NameLocation(), earlier, receiver.TargetMethod.Name);
                return;
            }

            if (Mappings.KindOf(receiver, symbols, types) == MappingKind.Endpoint)
            {
                foreach (var attribute in AttributesOf(receiver).Where(attribute => DemandOf(attribute) != demand))
                {
                    Tell(attribute.Place(), DemandOf(attribute), attribute.ShortName());
                }

                return;
            }
        }
    }

    private void CheckGroup(IInvocationOperation call, Demand demand)
    {
        var last = EndOfChain(call);
        if (!types.IsRoutes(last.Type) || ChainOf(last).TakeWhile(one => one != call).Any(one => DemandOf(one) != Demand.None)
            || last.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } || code.ValuesOf(declarator.Symbol).Count != 1)
        {
            return;
        }

        var uses = code.ReferencesOf(declarator.Symbol);
        if (uses.Count > 0 && uses.All(use => Argument(use) is { } mapping && Mappings.KindOf(mapping, symbols, types) == MappingKind.Endpoint && IsOther(DemandOfEndpoint(mapping), demand)))
        {
            Tell(call.NameLocation(), demand, call.TargetMethod.Name);
        }
    }

    private static bool IsOther(Demand nearer, Demand farther) => nearer != Demand.None && nearer != farther;

    private Demand DemandOfEndpoint(IInvocationOperation mapping)
    {
        var last = EndOfChain(mapping);
        return ChainOf(last).TakeWhile(one => one != mapping).Select(DemandOf).FirstOrDefault(static demand => demand != Demand.None) is var demand && demand != Demand.None
            ? demand
            : AttributesOf(mapping).Select(DemandOf).LastOrDefault();
    }

    private static IInvocationOperation? Argument(IOperation use) => (use.WithConversions().Parent as IArgumentOperation)?.Parent as IInvocationOperation;

    private IEnumerable<IInvocationOperation> ChainOf(IInvocationOperation last)
    {
        for (var one = last; one is not null; one = ReceiverOf(one))
        {
            yield return one;
        }
    }

    // The call whose result this one is told to, or null where the chain begins.
    private IInvocationOperation? ReceiverOf(IInvocationOperation call) =>
        call.ArgumentsWithReceiver().FirstOrDefault(argument => types.IsConventions(argument.Parameter.OriginalDefinition.Type)).Value is { } receiver
            ? receiver.Strip() as IInvocationOperation
            : null;

    private IInvocationOperation EndOfChain(IInvocationOperation call)
    {
        var last = call;
        while (Argument(last) is { } next && ReceiverOf(next) == last && types.IsConventions(next.Type))
        {
            last = next;
        }

        return last;
    }

    private Demand DemandOf(IInvocationOperation call) =>
        symbols.IsRequireCall(call.TargetMethod) ? Demand.Policy : symbols.IsAllowCall(call.TargetMethod) ? Demand.OptOut : Demand.None;

    private Demand DemandOf(AttributeData attribute) => symbols.IsAllowMetadata(attribute.AttributeClass) ? Demand.OptOut : Demand.Policy;

    // Those of a lambda; a method may handle other endpoints as well.
    private IEnumerable<AttributeData> AttributesOf(IInvocationOperation mapping) => mapping.Arguments
        .Select(static argument => argument.Value.Strip())
        .OfType<IDelegateCreationOperation>()
        .Select(static creation => creation.Target)
        .OfType<IAnonymousFunctionOperation>()
        .SelectMany(lambda => PolicyAttributes.Of(symbols, lambda.Symbol));

    private void Tell(Location place, Demand demand, string name) =>
        report(Diagnostic.Create(Rules.OverriddenPolicy, place, name, demand == Demand.Policy ? ByOptOut : ByPolicy));
}
