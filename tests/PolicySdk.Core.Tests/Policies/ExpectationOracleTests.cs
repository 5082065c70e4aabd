using System.Globalization;
using CsCheck;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>Claims against an oracle that asks each of sixteen addresses, as each caller, on each day: the claim holds exactly where no answer contradicts it.</summary>
public sealed class ExpectationOracleTests
{
    private const int Addresses = 16;
    private const int Days = 5;

    private static readonly Gen<Entry> Entries = Gen.Select(Gen.Int[0, Addresses - 1], Gen.Int[0, 8], Gen.Int[0, 3], static (first, length, day) =>
        new Entry(first, Math.Min(first + length, Addresses - 1), day == 0 ? null : day));

    private static readonly Gen<Lists> Policies = Gen.Select(Entries.Array[1, 3], Entries.Array[1, 2], Entries.Array[0, 2], static (allow, own, block) => new Lists(allow, own, block));

    private static readonly Gen<Claim> Claims = Gen.Select(Gen.Int[0, 4], Gen.Int[0, Addresses - 1], Gen.Int[0, 5], Gen.Bool, Gen.Int[-1, Days - 1], static (kind, first, length, isClient, day) =>
        new Claim(kind, first, Math.Min(first + length, Addresses - 1), isClient, day < 0 ? null : day));

    [Fact]
    public void A_claim_holds_where_no_answer_contradicts_it() => Gen.Select(Policies, Claims).Sample(static (policy, claim) =>
    {
        var text = $"policy: sample\nallow: [{Texts(policy.Allow)}]\nclients: {{acme: {{allow: [{Texts(policy.Own)}]}}}}\n{(policy.Block.Length > 0 ? $"block: [{Texts(policy.Block)}]\n" : "")}expect: [{claim}]\n";
        var project = CompiledProject.On(null, (RuleVerifier.PolicyPath, text));
        var failures = project.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).ToList();
        if (failures.Exists(static problem => problem.Rule == RuleIds.BlockedPolicy))
        {
            // A policy that refuses everybody is told to, and its claims wait.
            return;
        }

        Assert.All(failures, static problem => Assert.Equal(RuleIds.FailedExpectation, problem.Rule));
        Assert.True((failures.Count == 0) == claim.Holds(policy), text + string.Join('\n', failures));
    }, iter: 5_000);

    private static string Texts(IEnumerable<Entry> entries) => string.Join(", ", entries);

    private static string Range(int first, int last) => $"10.0.0.{Number(first)}-10.0.0.{Number(last)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(int day) => "2027-01-" + (day + 1).ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>An entry, and the last day on which it counts.</summary>
    private sealed record Entry(int First, int Last, int? Expires)
    {
        internal bool Holds(int address, int? day, bool isCertain) =>
            First <= address && address <= Last && (Expires is not { } last || (day is { } on ? on <= last : !isCertain));

        public override string ToString() => $"{{ip: {Range(First, Last)}{(Expires is { } last ? ", expires: " + Day(last) : "")}}}";
    }

    private sealed record Lists(Entry[] Allow, Entry[] Own, Entry[] Block)
    {
        /// <summary>Without a day: on every day where it must be certain, on some day otherwise, each entry taken for itself.</summary>
        internal bool Allows(int address, bool isClient, int? day, bool isCertain) =>
            Allow.Concat(isClient ? Own : []).Any(entry => entry.Holds(address, day, isCertain)) && !Block.Any(entry => entry.Holds(address, day, !isCertain));
    }

    /// <summary>A claim about the addresses from first to last; kinds are allow, deny, within, covers, at-most.</summary>
    private sealed record Claim(int Kind, int First, int Last, bool IsClient, int? On)
    {
        internal bool Holds(Lists policy)
        {
            var inside = Enumerable.Range(First, Last - First + 1).ToList();
            var outside = Enumerable.Range(0, Addresses).Except(inside);
            return Kind switch
            {
                0 or 3 => inside.TrueForAll(address => policy.Allows(address, IsClient, On, isCertain: true)),
                1 => inside.TrueForAll(address => !policy.Allows(address, isClient: true, On, isCertain: false)),
                2 => outside.All(address => !policy.Allows(address, isClient: true, On, isCertain: false)),
                _ => Enumerable.Range(0, Addresses).Count(address => policy.Allows(address, isClient: true, On, isCertain: false)) <= First,
            };
        }

        public override string ToString()
        {
            var claim = Kind switch
            {
                0 => $"allow: {Range(First, Last)}",
                1 => $"deny: {Range(First, Last)}",
                2 => $"within: [{Range(First, Last)}]",
                3 => $"covers: [{Range(First, Last)}]",
                _ => $"at-most: {Number(First)}, family: v4",
            };
            return $"{{{claim}{(IsClient ? ", client: acme" : "")}{(On is { } day ? ", on: " + Day(day) : "")}}}";
        }
    }
}
