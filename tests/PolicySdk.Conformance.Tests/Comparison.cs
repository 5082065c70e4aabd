using System.Buffers.Binary;
using System.Net;
using PolicySdk.Addresses;
using PolicySdk.Conformance.Tests.Reference;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests;

/// <summary>Asks the three forms of a policy the same questions.</summary>
internal static class Comparison
{
    /// <summary>Asks for each address some of the days and environments, all of them in turn; returns how many questions were asked.</summary>
    internal static int AssertSame(Subject subject, int conditionsOfAddress)
    {
        var questions = Questions.Of(subject);
        var conditions = questions.Instants.SelectMany(instant => questions.Environments.Select(environment => new IpPolicyConditions(instant, environment))).ToList();
        AssertSameEntries(subject);
        var (next, count) = (0, 0);
        foreach (var address in questions.Addresses)
        {
            for (var i = 0; i < Math.Min(conditionsOfAddress, conditions.Count); i++, next++)
            {
                AssertSame(subject, questions, address, conditions[next % conditions.Count]);
                count += questions.Clients.Count;
            }
        }

        return count;
    }

    private static void AssertSame(Subject subject, Questions questions, IpAddressValue address, IpPolicyConditions conditions)
    {
        var utc = conditions.Instant.UtcDateTime;
        var day = new CalendarDate(utc.Year, utc.Month, utc.Day);
        var isAnyoneAllowed = false;
        foreach (var client in questions.Clients)
        {
            var expected = subject.Reference.Decide(Normal(address), client, day, conditions.EnvironmentName);
            string Question() => $"{subject.Document.Name}: {address} client {client} on {conditions}";
            isAnyoneAllowed |= expected is { IsAllowed: true, IsReportOnly: false };
            AssertPlan(subject, Normal(address), client, day, conditions.EnvironmentName, expected, Question);
            if (subject.Policy is { } policy)
            {
                AssertDecision(policy, policy.Evaluate(ToIPAddress(address), client, conditions), expected, Question);
                AssertDecision(policy, policy.Evaluate(ToIPAddress(address).MapToIPv6(), client, conditions), expected, () => Question() + " (mapped)");
            }
        }

        if (subject.Policy is not null)
        {
            AssertEarly(subject, address, conditions, isAnyoneAllowed);
        }
    }

    private static void AssertPlan(Subject subject, IpAddressValue address, string? client, CalendarDate day, string environment, ReferenceAnswer expected, Func<string> question)
    {
        var plan = subject.Plan;
        var index = client is null ? -1 : subject.Document.Clients.Select(static known => known.Id).ToList().IndexOf(client);
        var isAllowed = MatchPlanInterpreter.IsAllowed(plan, address, index < 0 ? null : index, day, environment);
        var decider = Resolve(plan.Block) ?? Resolve(plan.Allow) ?? (index < 0 ? null : Resolve(plan.Clients[index]));
        if (isAllowed != (expected is { IsAllowed: true, IsReportOnly: false }) || decider != expected.Row)
        {
            Assert.Fail($"{question()}: expected {expected}, the plan says {isAllowed} by {decider}");
        }

        int? Resolve(MatchList list) => MatchPlanInterpreter.Resolve(plan.Choices, MatchPlanInterpreter.Match(list, address), day, environment);
    }

    private static void AssertDecision(IpPolicy policy, IpPolicyDecision decision, ReferenceAnswer expected, Func<string> question)
    {
        var isSame = decision.IsAllowed == expected.IsAllowed && decision.IsReportOnly == expected.IsReportOnly && decision.Reason == expected.Reason && ReferenceEquals(decision.Policy, policy)
            && (expected.Row is { } row ? ReferenceEquals(decision.Entry, policy.Entries[row]) : decision.Entry is null || expected.Reason == IpPolicyReason.NotInForce);
        if (!isSame)
        {
            Assert.Fail($"{question()}: expected {expected}, the code says {decision.IsAllowed}, {decision.Reason} by {decision.Entry}");
        }
    }

    // Early is before the client is known: it may refuse only what is refused for all, and must refuse what no list holds.
    private static void AssertEarly(Subject subject, IpAddressValue address, IpPolicyConditions conditions, bool isAnyoneAllowed)
    {
        var utc = conditions.Instant.UtcDateTime;
        LazyConditions known = new(conditions);
        var early = subject.Policy!.EvaluateEarly(ToIPAddress(address), ref known);
        var blocked = subject.Reference.Decide(Normal(address), null, new(utc.Year, utc.Month, utc.Day), conditions.EnvironmentName).Reason == IpPolicyReason.Blocked;
        var expected = blocked ? IpPolicyReason.Blocked : subject.Reference.MayAllow(Normal(address)) ? IpPolicyReason.Undecided : IpPolicyReason.NotListed;
        if (early.Reason != expected || (early.Reason != IpPolicyReason.Undecided && isAnyoneAllowed) || early is { IsAllowed: true, IsReportOnly: false })
        {
            Assert.Fail($"{subject.Document.Name}: {address} on {conditions}: early is {early.Reason}, expected {expected}; somebody is allowed: {isAnyoneAllowed}");
        }
    }

    private static void AssertSameEntries(Subject subject)
    {
        if (subject.Policy is { } policy)
        {
            Assert.Equal(
                subject.Reference.Rows.Select(static row => (row.List, row.Client, row.Addresses.ToString(), row.File, row.Path[^1].Range.Line + 1)),
                policy.Entries.Select(static entry => (entry.List, entry.ClientId, entry.Text, entry.File, entry.Line)));
        }
    }

    // A mapped address is the IPv4 one, whoever asks.
    private static IpAddressValue Normal(IpAddressValue address) => address.IsMapped ? address.EmbeddedIPv4() : address;

    internal static IPAddress ToIPAddress(IpAddressValue address)
    {
        var bytes = new byte[address.Width / 8];
        if (address.Family == IpAddressFamily.IPv4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)address.Lower);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, address.Upper);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), address.Lower);
        }

        return new(bytes);
    }
}
