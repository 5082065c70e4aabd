using PolicySdk.Conformance.Tests.Fuzzing.Independent;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>The plan of a policy lets in whom the reference lets in, and nobody else.</summary>
internal static class DecisionChecks
{
    private const int ConditionsOfAddress = 2;

    internal static void Check(ProjectText project, PolicyText policy, PolicyModel model, ProjectQuestions questions)
    {
        var next = 0;
        foreach (var address in questions.Addresses.Select(Translation.Normal))
        {
            for (var i = 0; i < ConditionsOfAddress; i++, next++)
            {
                var (day, environment) = questions.Conditions[next % questions.Conditions.Count];
                foreach (var client in questions.Clients)
                {
                    var expected = project.IsAllowed(policy, address, client, day, environment);
                    FindingException.ThrowUnless(
                        expected == IsAllowed(model, address, client, day, environment),
                        expected ? "The plan lets in whom the file lets in" : "The plan lets in nobody else",
                        () => $"{address.ToProduct()}, client {client}, on {day:yyyy-MM-dd} in {environment}");
                }
            }
        }

        CheckWorld(project, policy, model, questions);
        CheckClaims(policy, model, questions);
    }

    internal static bool IsAllowed(PolicyModel model, Address address, string? client, DateOnly day, string environment) =>
        MatchPlanInterpreter.IsAllowed(model.Plan, address.ToProduct(), IndexOf(model, client), day.ToProduct(), environment);

    private static int? IndexOf(PolicyModel model, string? client)
    {
        for (var i = 0; client is not null && i < model.ClientIds.Count; i++)
        {
            if (model.ClientIds[i] == client)
            {
                return i;
            }
        }

        return null;
    }

    // Between two addresses that are asked nothing changes: whoever lets all of them in lets in everybody.
    private static void CheckWorld(ProjectText project, PolicyText policy, PolicyModel model, ProjectQuestions questions)
    {
        if (project.AllEntries(policy.Entries).Any(static entry => entry.Waives(Entry.WorldOpen)))
        {
            return;
        }

        var (day, environment) = questions.Conditions[0];
        foreach (var client in questions.Clients)
        {
            foreach (var family in questions.Addresses.Select(Translation.Normal).GroupBy(static address => address.IsIPv4))
            {
                FindingException.ThrowUnless(!family.All(address => IsAllowed(model, address, client, day, environment)), "Without a waiver nobody is let in from everywhere", () => $"client {client}");
            }
        }
    }

    private static void CheckClaims(PolicyText policy, PolicyModel model, ProjectQuestions questions)
    {
        foreach (var claim in policy.Claims)
        {
            var addresses = questions.Addresses.Where(claim.Addresses.Contains).Append(claim.Addresses.First).Append(claim.Addresses.Last).Where(static address => !address.IsMapped).Distinct();
            IReadOnlyList<string?> clients = claim.Client is not null ? [claim.Client] : claim.IsAllowed ? [null] : questions.Clients;
            List<DateOnly> days = claim.On is { } on ? [on] : questions.Conditions.Select(static condition => condition.Day).Distinct().ToList();
            var isKept = addresses.All(address => days.TrueForAll(day => clients.All(client => IsAllowed(model, address, client, day, claim.Environment) == claim.IsAllowed)));
            FindingException.ThrowUnless(isKept, "What a policy claims of itself is so", claim.ToString);
        }
    }
}
