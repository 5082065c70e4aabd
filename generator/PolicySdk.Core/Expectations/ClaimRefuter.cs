using System.Numerics;
using PolicySdk.Addresses;

namespace PolicySdk.Expectations;

/// <summary>
/// Decides claims about one policy exactly, on sets of addresses. Where a claim names no day, what it wants let in must be let in on every
/// day, and what it wants refused on every day as well.
/// </summary>
internal sealed class ClaimRefuter(EnforcedSets sets, NetworkSets networks)
{
    /// <summary>Why a claim does not hold, or null.</summary>
    internal Refutation? Refute(Expectation claim)
    {
        if (claim.Targets.FirstOrDefault(target => networks.SetOf([target], new(claim.On, claim.Environment, IsCertain: false)).IsEmpty) is { } nobody)
        {
            return new(null, $"The {nobody.Text} has no address{(claim.On is null ? "" : $" on {claim.On}")} in {claim.Environment}, so the claim says nothing. Name a day or an environment in which it has some.", null);
        }

        var client = claim.Client is null ? null : sets.IndexOf(claim.Client);
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

    private Refutation? RefuteAllowed(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: true);
        foreach (var target in claim.Targets)
        {
            foreach (var range in networks.SetOf([target], moment))
            {
                var missing = IpRangeSet.Of(range).Subtract(sets.Allowed(callers, moment, range));
                if (!missing.IsEmpty)
                {
                    var example = missing[0].First;
                    return new($"{target.Text} is allowed{ClaimTexts.For(claim, " for every caller")}{ClaimTexts.When(claim)}", ClaimTexts.Refused(sets, example, callers, moment), example);
                }
            }
        }

        return null;
    }

    private Refutation? RefuteDenied(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        foreach (var range in networks.SetOf(claim.Targets, moment))
        {
            if (Allowed(sets.Allowed(callers, moment, range), callers, moment) is { } found)
            {
                return new($"{claim.Targets[0].Text} is denied{ClaimTexts.For(claim, " for every caller")}{ClaimTexts.When(claim)}", found.Fact, found.Example);
            }
        }

        return null;
    }

    private Refutation? RefuteWithin(Expectation claim, Callers callers)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        var outside = sets.Allowed(callers, moment).Subtract(networks.SetOf(claim.Targets, moment));
        return Allowed(outside, callers, moment) is { } found
            ? new($"nothing outside these is allowed{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}", found.Fact, found.Example)
            : null;
    }

    private Refutation? RefuteAtMost(Expectation claim, Callers callers)
    {
        var allowed = sets.Allowed(callers, new(claim.On, claim.Environment, IsCertain: false));
        var (count, unit) = claim.Family == IpAddressFamily.IPv4 ? (allowed.CountAddresses(IpAddressFamily.IPv4), "IPv4 addresses") : (CountNetworks(allowed), "IPv6 /64 networks");
        return count <= claim.Most ? null
            : new($"at most {claim.Most} {unit} are allowed{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}", $"{count} are", null);
    }

    private (string Fact, IpAddressValue Example)? Allowed(IpRangeSet wrongly, Callers callers, Moment moment) =>
        wrongly.IsEmpty ? null : (ClaimTexts.Allowed(sets, wrongly[0].First, callers, moment), wrongly[0].First);

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
