using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>
/// Compiles a policy with the networks that it names. A policy with any error, its own or that of a network it uses, becomes one that
/// refuses everybody.
/// </summary>
internal static class PolicyCompiler
{
    private const int ShownEntries = 20;

    internal static CompiledPolicy Compile(PolicyDocument document, NetworkTable networks)
    {
        var problems = new ProblemList(document.Path);
        var isUsable = PolicyRules.Check(document, networks, problems) && !document.HasErrors;
        var compiled = isUsable ? CompileLists(document, networks, problems) : DenyAll(document);
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
        new(document.Identifier, []),
        document.Problems);

    private static CompiledPolicy CompileLists(PolicyDocument document, NetworkTable networks, ProblemList problems)
    {
        var budget = new MeetingBudget();
        var expander = new EntryExpander(networks, budget);
        var rows = new List<EntryRow>();
        var allow = ExpandList(document.Allow, EntryList.Allow, null);
        var clients = document.Clients.Select(client => ExpandList(client.Allow, EntryList.Client, client.Id)).ToList();
        var block = ExpandList(document.Block, EntryList.Block, null);
        var plan = MatchPlanner.Plan(block, allow, clients, budget);
        if (!PolicyRules.CheckSize(document, rows, budget, problems))
        {
            return DenyAll(document);
        }

        WorldOpenRule.CheckUnion(document.Allow, allow, problems);
        foreach (var (client, pieces) in document.Clients.Zip(clients, static (client, pieces) => (client, pieces)))
        {
            WorldOpenRule.CheckUnion(client.Allow, pieces, problems);
        }

        var model = new PolicyModel(
            document.Path,
            document.Name,
            document.Identifier,
            document.Description,
            document.Owner,
            PolicyRevision.Compute(document, rows, [block, allow, .. clients]),
            IsValid: true,
            document.ReportUntil,
            document.Clients.Select(static client => client.Id).ToEquatableArray(),
            rows.Take(ShownEntries).Select(EntryTexts.Describe).ToEquatableArray(),
            rows.Count,
            plan);
        return new(model, new(document.Identifier, rows.ToEquatableArray()), []);

        List<MatchPiece> ExpandList(EquatableArray<PolicyEntry> entries, EntryList list, string? clientId) =>
            expander.Expand(entries, entry =>
            {
                rows.Add(EntryRow.Of(list, clientId, entry, document.Path));
                return rows.Count - 1;
            });
    }
}
