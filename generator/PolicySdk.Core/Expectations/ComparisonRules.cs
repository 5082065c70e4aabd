using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Expectations;

/// <summary>PSDK5001: claims that compare a policy with another one of the project.</summary>
internal sealed class ComparisonRules
{
    // Before every date that a person writes: what is so until anything changes.
    private static readonly CalendarDate FirstDay = new(1, 1, 1);

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
            : claim.Kind == ExpectationKind.SameAs ? RefuteSame(own, others, claim)
            : RefuteDisjoint(own, others, claim);
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

    private static string? RefuteDisjoint(EnforcedSets own, EnforcedSets other, Expectation claim)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        var (callers, others) = (CallersOf(own, claim), CallersOf(other, claim));
        var both = own.Allowed(callers, moment).Intersect(other.Allowed(others, moment));
        return both.IsEmpty ? null
            : $"Claimed: no address is allowed here and by '{claim.Policy}'{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}. But {ClaimTexts.Allowed(own, both[0].First, callers, moment)}, and there by {DeciderOf(other, both[0].First, others, moment)}.";
    }

    private static Callers CallersOf(EnforcedSets sets, Expectation claim) =>
        claim.Client is null ? new(null, IsAnyone: true) : new(sets.IndexOf(claim.Client), IsAnyone: false);

    private static string? RefuteSame(EnforcedSets own, EnforcedSets other, Expectation claim)
    {
        IReadOnlyList<string?> clients = claim.Client is not null ? [claim.Client] : [null, .. ClientsOf(own).Concat(ClientsOf(other)).Distinct(StringComparer.Ordinal)];
        var days = claim.On is { } on ? [on] : DaysOf(own).Concat(DaysOf(other)).Append(FirstDay).Distinct().OrderBy(static day => day).ToList();
        if ((long)days.Count * clients.Count * (own.Size + other.Size) > PolicyLimits.Meetings)
        {
            return "The two policies have too many days and clients to be compared at once. Name a day with 'on', or a client with 'client'.";
        }

        foreach (var day in days)
        {
            var moment = new Moment(day, claim.Environment, IsCertain: false);
            foreach (var client in clients)
            {
                if (Difference(own, other, claim, client, moment) is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }

    private static string? Difference(EnforcedSets own, EnforcedSets other, Expectation claim, string? client, Moment moment)
    {
        var callers = new Callers(client is null ? null : own.IndexOf(client), IsAnyone: false);
        var others = new Callers(client is null ? null : other.IndexOf(client), IsAnyone: false);
        var (gained, lost) = other.Allowed(others, moment).Difference(own.Allowed(callers, moment));
        if (gained.IsEmpty && lost.IsEmpty)
        {
            return null;
        }

        var who = client is null ? "" : $" for the client '{client}'";
        var when = claim.On is null && moment.Day == FirstDay ? "" : $" on {moment.Day}";
        var where = gained.IsEmpty
            ? $"{lost[0].First} is let in there alone, by {DeciderOf(other, lost[0].First, others, moment)}"
            : $"{gained[0].First} is let in here alone, by {DeciderOf(own, gained[0].First, callers, moment)}";
        return $"Claimed: the same as '{claim.Policy}'. But{who}{when} {where}.";
    }

    private static string DeciderOf(EnforcedSets sets, IpAddressValue address, Callers callers, Moment moment) =>
        sets.Allowing(address, callers, moment) is { } row ? ClaimTexts.Describe(row) : "an entry";

    private static IEnumerable<string> ClientsOf(EnforcedSets sets) => sets.Policy.Document.Clients.Select(static client => client.Id);

    /// <summary>The days on which anything of a policy may change.</summary>
    private static IEnumerable<CalendarDate> DaysOf(EnforcedSets sets) =>
        sets.Policy.AllowedLists.Append(sets.Policy.Block).SelectMany(static list => list).SelectMany(static entry => entry.Pieces).SelectMany(static piece => DaysOf(piece.Condition));

    private static IEnumerable<CalendarDate> DaysOf(EntryCondition condition)
    {
        if (condition.From is { } from)
        {
            yield return from;
        }

        if (condition.Expires?.Next() is { } after)
        {
            yield return after;
        }

        foreach (var day in condition.Unless.SelectMany(DaysOf))
        {
            yield return day;
        }
    }
}
