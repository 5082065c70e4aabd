using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>What becomes of a project's <c>client-address.yaml</c>.</summary>
/// <param name="Model">What is generated, or null where there is no such file.</param>
/// <param name="TrustedProxies">The addresses of the proxies.</param>
/// <param name="Problems">What is wrong with the file among the others.</param>
internal sealed record CompiledClientAddress(ClientAddressModel? Model, IpRangeSet TrustedProxies, EquatableArray<Problem> Problems)
{
    internal static CompiledClientAddress Of(IEnumerable<ClientAddressDocument> documents, NetworkTable networks, Guardrails guardrails)
    {
        var sorted = documents.OrderBy(static document => document.Path, StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
        {
            return new(null, IpRangeSet.Empty, []);
        }

        var document = sorted[0];
        var problems = new ProblemList(document.Path, guardrails.Severities);

        // A proxy can't have the last day that others may need.
        var required = guardrails.Required.Where(static field => field != Keys.Expires).ToEquatableArray();
        GuardrailRules.CheckFields(document.Trust, owner: null, guardrails with { Required = required }, problems);
        var isUsable = UnknownNetworkRule.Check(document.Trust, networks, problems) && !document.HasErrors && sorted.Count == 1;
        var proxies = isUsable ? Expand(document, networks, problems) : IpRangeSet.Empty;
        var isValid = isUsable && !problems.HasErrors && !guardrails.IsBroken;
        var prefixes = isValid ? proxies.ToPrefixes().Select(static prefix => prefix.ToString()).ToEquatableArray() : [];
        return new(
            new(document.Path, document.Header, document.Limit, prefixes, isValid),
            isValid ? proxies : IpRangeSet.Empty,
            problems.ToEquatableArray().Concat(OneFile.Check(sorted, "trusted proxies", "nobody is trusted")).ToEquatableArray());
    }

    private static IpRangeSet Expand(ClientAddressDocument document, NetworkTable networks, ProblemList problems)
    {
        if (networks.CountEntries(document.Trust) > PolicyLimits.TrustedProxies)
        {
            problems.Add(RuleIds.UnreadableYaml, document.Place, "More than 10,000 proxies are trusted, networks included. Use wider prefixes.");
            return IpRangeSet.Empty;
        }

        var budget = new WorkBudget();
        var expander = new EntryExpander(networks, budget);
        var list = expander.Expand(document.Trust, letsIn: true);
        if (budget.IsSpent)
        {
            problems.Add(RuleIds.UnreadableYaml, document.Place, "The trusted proxies and their exceptions overlap too often to be compiled. Write the proxies' addresses without exceptions.");
            return IpRangeSet.Empty;
        }

        foreach (var entry in list.Where(static entry => entry.Pieces.Any(static piece => !piece.Condition.IsAlways)))
        {
            problems.Add(RuleIds.WrongShape, entry.Entry.Range, $"{entry.Entry.Text} has dates, environments or a waiver that ends. A trusted proxy has none: the host sets up its proxies once, when it starts.");
        }

        WorldOpenRule.CheckUnion(list, problems);
        PolicyListRules.CheckList(list, expander, problems);
        return IpRangeSet.Of(ExpandedPolicy.PiecesOf(list).Select(static piece => piece.Range));
    }
}

/// <summary>The trusted proxies as the generated type says them.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Header">The header that they write.</param>
/// <param name="Limit">How many of them may stand in a row, or null for as many as are trusted.</param>
/// <param name="Prefixes">The fewest prefixes that hold their addresses.</param>
/// <param name="IsValid">Whether it compiled; if not, no proxy is trusted and the host refuses to start.</param>
internal sealed record ClientAddressModel(string Path, string Header, int? Limit, EquatableArray<string> Prefixes, bool IsValid);
