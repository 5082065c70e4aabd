using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Matching;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>
/// Compiles a policy with what the project says around it. A policy with any error, its own or that of a network it uses, becomes one
/// that refuses everybody; so do all of them while the guardrails can't be read. What depends on the day is checked apart.
/// </summary>
internal static class PolicyCompiler
{
    private const int ShownEntries = 20;

    internal static CompiledPolicy Compile(PolicyDocument document, ProjectContext context)
    {
        var problems = new ProblemList(document.Path, context.Guardrails.Severities);
        var isUsable = PolicyRules.Check(document, context, problems) && !document.HasErrors && !context.Guardrails.IsBroken;
        var compiled = isUsable ? CompileLists(document, context, problems) : DenyAll(document);
        var all = document.Problems.Concat(problems.ToEquatableArray()).ToEquatableArray();
        return (problems.HasErrors ? compiled.Denied() : compiled) with { Problems = all };
    }

    /// <summary>A policy that refuses everybody, with the members that code may name.</summary>
    internal static CompiledPolicy DenyAll(PolicyDocument document) => new(
        new(
            document.Path,
            document.Name,
            document.Identifier,
            document.Description,
            document.Owner,
            "",
            IsValid: false,
            ReportUntil: null,
            document.Clients.Select(static client => client.Id).ToEquatableArray(),
            [],
            0,
            MatchPlan.Nobody),
        new(document.Identifier, PolicyPlace.OfName(document), []),
        document.Problems);

    private static CompiledPolicy CompileLists(PolicyDocument document, ProjectContext context, ProblemList problems)
    {
        var budget = new WorkBudget();
        var expanded = ExpandedPolicy.Of(document, context.Networks, budget);
        var allow = ExpandedPolicy.PiecesOf(expanded.Allow);
        var block = ExpandedPolicy.PiecesOf(expanded.Block);
        var clients = expanded.Clients.Select(ExpandedPolicy.PiecesOf).ToList();
        var plan = MatchPlanner.Plan(block, allow, clients, budget);
        if (!PolicyRules.CheckSize(document, expanded.Rows, budget, problems))
        {
            return DenyAll(document);
        }

        if (PolicyListRules.Check(expanded, context, problems))
        {
            ExpectationRules.Check(expanded, context.Networks, problems);
        }

        var model = new PolicyModel(
            document.Path,
            document.Name,
            document.Identifier,
            document.Description,
            document.Owner,
            PolicyRevision.Compute(document, expanded.Rows, [block, allow, .. clients]),
            IsValid: true,
            document.ReportUntil,
            document.Clients.Select(static client => client.Id).ToEquatableArray(),
            expanded.Rows.Take(ShownEntries).Select(EntryTexts.Describe).ToEquatableArray(),
            expanded.Rows.Count,
            plan);
        return new(model, new(document.Identifier, PolicyPlace.OfName(document), expanded.Rows.ToEquatableArray()), []);
    }
}
