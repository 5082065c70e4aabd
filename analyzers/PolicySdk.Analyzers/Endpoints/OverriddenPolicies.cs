using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>PSDK6003 in code: a policy or an opt-out in a chain of calls that a nearer one always discards.</summary>
internal sealed class OverriddenPolicies(PolicySymbols symbols, BuilderTypes types, EndpointCode code, Action<Diagnostic> report)
{
    private const string ByOptOut = "the opt-out that lies nearer discards it";
    private const string ByPolicy = "the policy that lies nearer is what counts";

    // Only a group reaches all of their endpoints.
    private static readonly HashSet<string> PartlyReached = ["MapStaticAssets", "MapGrpcService"];

    private readonly BuilderChains _chains = new(symbols, types);
    private readonly OutermostBuilders _outermost = new(symbols, types, code);

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
        for (var earlier = _chains.Previous(call); earlier is not null && _chains.IsPlain(earlier); earlier = _chains.Previous(earlier))
        {
            TellIf(demand.Discards(DemandOf(earlier)) && IsUseless(DemandOf(earlier), around: earlier), earlier);
            if (Maps(earlier))
            {
                foreach (var attribute in AttributesOf(earlier).Where(attribute => demand.Discards(symbols.DemandOf(attribute)) && IsUseless(symbols.DemandOf(attribute), around: earlier)))
                {
                    Tell(attribute.Place(), symbols.DemandOf(attribute), attribute.ShortName());
                }
            }

            if (DemandOf(earlier) == Demand.OptOut || Maps(earlier))
            {
                return;
            }
        }
    }

    // A policy that is discarded does nothing; an opt-out still discards the policies that lie farther out than it does.
    private bool IsUseless(Demand discarded, IInvocationOperation around) => discarded == Demand.Policy || _outermost.Is(around);

    // The last demand on a new group in a variable, where each endpoint that is mapped on it has another.
    private void CheckGroup(IInvocationOperation call, Demand demand)
    {
        var last = _chains.Last(call);
        if (!types.IsRoutes(last.Type) || _chains.After(call).Any(one => DemandOf(one) != Demand.None) || !IsNewGroup(last)
            || last.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } || code.ValuesOf(declarator.Symbol).Count != 1)
        {
            return;
        }

        var uses = code.ReferencesOf(declarator.Symbol);
        TellIf(
            uses.Count > 0 && IsUseless(demand, around: call)
                && uses.All(use => BuilderChains.TakenBy(use) is { } mapping && Maps(mapping) && !PartlyReached.Contains(mapping.TargetMethod.Name) && DemandOfEndpoint(mapping).Discards(demand)),
            call);
    }

    // Which nobody knows by another name, and on which nothing was mapped on the way.
    private bool IsNewGroup(IInvocationOperation last)
    {
        for (var one = last; _chains.IsPlain(one); one = _chains.Previous(one)!)
        {
            if (_chains.Previous(one) is null)
            {
                return one.ArgumentsWithReceiver().All(argument => !types.IsConventions(argument.Parameter.OriginalDefinition.Type)) && one.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private bool Maps(IInvocationOperation call) => Mappings.KindOf(call, symbols, types) == MappingKind.Endpoint;

    private Demand DemandOfEndpoint(IInvocationOperation mapping)
    {
        var chained = _chains.After(mapping).Select(DemandOf).FirstOrDefault(static demand => demand != Demand.None);
        return chained != Demand.None ? chained : AttributesOf(mapping).Select(symbols.DemandOf).LastOrDefault();
    }

    private Demand DemandOf(IInvocationOperation call) => symbols.DemandOf(call.TargetMethod);

    // Those of a lambda; a method may handle other endpoints as well.
    private IEnumerable<AttributeData> AttributesOf(IInvocationOperation mapping) => mapping.Arguments
        .Select(static argument => argument.Value.Strip())
        .OfType<IDelegateCreationOperation>()
        .Select(static creation => creation.Target)
        .OfType<IAnonymousFunctionOperation>()
        .SelectMany(lambda => PolicyAttributes.Of(symbols, lambda.Symbol));

    private void TellIf(bool isUseless, IInvocationOperation call)
    {
        if (isUseless)
        {
            Tell(call.NameLocation(), DemandOf(call), call.TargetMethod.Name);
        }
    }

    private void Tell(Location place, Demand demand, string name) =>
        report(Diagnostic.Create(Rules.OverriddenPolicy, place, name, demand == Demand.Policy ? ByOptOut : ByPolicy));
}
