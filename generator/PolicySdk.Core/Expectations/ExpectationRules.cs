using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Expectations;

/// <summary>
/// PSDK5001: claims about one policy, decided exactly on sets of addresses. Where a claim names no day, what it wants let in must be let
/// in on every day, and what it wants refused on every day as well.
/// </summary>
internal sealed class ExpectationRules
{
    private readonly EnforcedSets _sets;
    private readonly NetworkSets _networks;
    private readonly ProblemList _problems;

    private ExpectationRules(EnforcedSets sets, NetworkSets networks, ProblemList problems)
    {
        _sets = sets;
        _networks = networks;
        _problems = problems;
    }

    internal static void Check(ExpandedPolicy policy, NetworkTable networks, ProblemList problems)
    {
        var budget = new WorkBudget(PolicyLimits.ClaimWork);
        var rules = new ExpectationRules(new(policy, budget), new(networks, budget), problems);
        foreach (var claim in policy.Document.Expectations)
        {
            rules.Check(claim);
            if (budget.IsSpent)
            {
                problems.Add(RuleIds.FailedExpectation, claim.Range, "The policy has too many claims for so many entries, so this one and those after it are not decided. Use fewer, or wider ones.");
                return;
            }
        }

        UntouchedEntryRule.Check(policy, new(networks, new()), problems);
    }

    private void Check(Expectation claim)
    {
        var client = claim.Client is null ? null : _sets.IndexOf(claim.Client);
        if (claim.Client is not null && client is null)
        {
            var nearest = NearestName.Find(claim.Client, _sets.Policy.Document.Clients.Select(static client => client.Id));
            var hint = nearest is null ? "Name one that has a list here." : $"Did you mean '{nearest}'?";
            _problems.Add(RuleIds.FailedExpectation, claim.ClientRange, $"The policy has no client {Problem.Quote(claim.Client)} to claim anything of. {hint}");
            return;
        }

        if (!claim.IsComparison && Refute(claim, client) is { } refutation && !_sets.IsSpent)
        {
            _problems.Add(RuleIds.FailedExpectation, claim.Range, refutation);
        }
    }

    /// <summary>Why the claim does not hold, or null.</summary>
    private string? Refute(Expectation claim, int? client)
    {
        if (claim.Targets.FirstOrDefault(target => _networks.SetOf([target], new(claim.On, claim.Environment, IsCertain: false)).IsEmpty) is { } nobody)
        {
            return $"The {nobody.Text} has no address{(claim.On is null ? "" : $" on {claim.On}")} in {claim.Environment}, so the claim says nothing. Name a day or an environment in which it has some.";
        }

        var everyone = new Callers(client, IsAnyone: false);
        var anyone = new Callers(client, IsAnyone: client is null);
        return claim.Kind switch
        {
            ExpectationKind.Allow or ExpectationKind.Covers => RefuteAllowed(claim, everyone),
            ExpectationKind.Deny => RefuteDenied(claim, anyone),
            ExpectationKind.Within => RefuteWithin(claim, anyone),
            ExpectationKind.AtMost => RefuteAtMost(claim, anyone),
            _ => null,
        };
    }

    private string? RefuteAllowed(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: true);
        foreach (var target in claim.Targets)
        {
            foreach (var range in _networks.SetOf([target], moment))
            {
                var missing = IpRangeSet.Of(range).Subtract(_sets.Allowed(callers, moment, range));
                if (!missing.IsEmpty)
                {
                    return $"Claimed: {target.Text} is allowed{ClaimTexts.For(claim, " for every caller")}{ClaimTexts.When(claim)}. But {ClaimTexts.Refused(_sets, missing[0].First, callers, moment)}.";
                }
            }
        }

        return null;
    }

    private string? RefuteDenied(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        foreach (var range in _networks.SetOf(claim.Targets, moment))
        {
            var allowed = _sets.Allowed(callers, moment, range);
            if (!allowed.IsEmpty)
            {
                return $"Claimed: {claim.Targets[0].Text} is denied{ClaimTexts.For(claim, " for every caller")}{ClaimTexts.When(claim)}. But {ClaimTexts.Allowed(_sets, allowed[0].First, callers, moment)}.";
            }
        }

        return null;
    }

    private string? RefuteWithin(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        var outside = _sets.Allowed(callers, moment).Subtract(_networks.SetOf(claim.Targets, moment));
        return outside.IsEmpty ? null
            : $"Claimed: nothing outside these is allowed{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}. But {ClaimTexts.Allowed(_sets, outside[0].First, callers, moment)}.";
    }

    private string? RefuteAtMost(Expectation claim, Callers callers)
    {
        var allowed = _sets.Allowed(callers, new(claim.On, claim.Environment, IsCertain: false));
        var (count, unit) = claim.Family == IpAddressFamily.IPv4 ? (allowed.CountAddresses(IpAddressFamily.IPv4), "IPv4 addresses") : (CountNetworks(allowed), "IPv6 /64 networks");
        return count <= claim.Most ? null : $"Claimed: at most {claim.Most} {unit} are allowed{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}. But {count} are.";
    }

    /// <summary>How many /64 networks have an address in the set.</summary>
    private static BigInteger CountNetworks(IpRangeSet set)
    {
        var (count, last) = (BigInteger.Zero, (ulong?)null);
        foreach (var range in set.Where(static range => range.Family == IpAddressFamily.IPv6))
        {
            count += new BigInteger(range.Last.Upper) - range.First.Upper + (range.First.Upper == last ? 0 : 1);
            last = range.Last.Upper;
        }

        return count;
    }
}
