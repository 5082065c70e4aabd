using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Expectations;

/// <summary>PSDK5001: claims that compare a policy with another one of the project.</summary>
internal sealed class ComparisonRules
{
    private readonly ProjectContext _context;
    private readonly Dictionary<string, PolicyDocument> _policies;
    private readonly Dictionary<string, EnforcedSets?> _sets = new(StringComparer.Ordinal);
    private readonly WorkBudget _budget = new(PolicyLimits.ClaimWork);

    private ComparisonRules(IReadOnlyCollection<PolicyDocument> documents, ProjectContext context)
    {
        _context = context;
        _policies = documents.GroupBy(static document => document.Name, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>Decides the comparisons of all policies; one with a policy whose lists can't be read waits until they can.</summary>
    internal static EquatableArray<Problem> Check(IReadOnlyCollection<PolicyDocument> documents, ProjectContext context)
    {
        var rules = new ComparisonRules(documents, context);
        return documents.SelectMany(rules.CheckPolicy).ToEquatableArray();
    }

    private IEnumerable<Problem> CheckPolicy(PolicyDocument document)
    {
        var problems = new ProblemList(document.Path, _context.Guardrails.Severities);
        foreach (var claim in document.Expectations.Where(static claim => claim.IsComparison))
        {
            if (Refute(document, claim) is { } refutation)
            {
                problems.Add(RuleIds.FailedExpectation, claim.Range, refutation);
            }
        }

        return problems.ToEquatableArray();
    }

    private string? Refute(PolicyDocument document, Expectation claim)
    {
        if (!_policies.TryGetValue(claim.Policy!, out var other))
        {
            var nearest = NearestName.Find(claim.Policy!, _policies.Keys);
            return $"There is no policy {Problem.Quote(claim.Policy!)} to compare with. {(nearest is null ? "Name one of this project." : $"Did you mean '{nearest}'?")}";
        }

        if (other.Path == document.Path)
        {
            return "A policy is not compared with itself. Name another one.";
        }

        if (SetsOf(document) is not { } own || SetsOf(other) is not { } others || (claim.Client is not null && own.IndexOf(claim.Client) is null))
        {
            return null;
        }

        return !_budget.TrySpend((long)own.Size + others.Size) ? "The project's policies have too many claims about each other for so many entries, so this one is not decided. Use fewer."
            : PolicyComparison.Refute(own, others, claim)?.Message;
    }

    private EnforcedSets? SetsOf(PolicyDocument document)
    {
        if (!_sets.TryGetValue(document.Path, out var sets))
        {
            sets = CanExpand(document) ? Expand(document) : null;
            _sets.Add(document.Path, sets);
        }

        return sets;
    }

    private bool CanExpand(PolicyDocument document) =>
        !document.HasErrors
        && NetworkGraph.AllEntries(document.Entries).All(entry => entry.Net is null || _context.Networks.TryGet(entry.Net, out _))
        && _context.Networks.CountEntries(document.Entries) <= PolicyLimits.EntriesOfPolicy;

    private EnforcedSets? Expand(PolicyDocument document)
    {
        var budget = new WorkBudget();
        var expanded = ExpandedPolicy.Of(document, _context.Networks, budget);
        return budget.IsSpent ? null : new(expanded, _budget);
    }
}
