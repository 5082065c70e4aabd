using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>
/// Random lists of all kinds and sizes, so that each form is met: the compiled code, the plan, the form's own search and a walk along the
/// entries answer alike. <c>POLICYSDK_PAIRS</c> says how many pairs of list and address are asked, <c>POLICYSDK_SEED</c> of which.
/// </summary>
public sealed class DifferentialTests
{
    private const int DefaultPairs = 40_000;
    private const int DefaultSeed = 20261126;

    private static readonly int[] Sizes = [1, 2, 8, 16, 17, 64, 512, 4_096, 6_000];

    [Fact]
    public void Compiled_code_plan_form_and_oracle_answer_alike()
    {
        var (pairs, seed) = (Setting("POLICYSDK_PAIRS", DefaultPairs), Setting("POLICYSDK_SEED", DefaultSeed));
        var lists = RandomList.Kinds.SelectMany((kind, row) => Sizes.Select((size, column) => (Name: $"{kind} {size}", List: new RandomList(kind, size, seed + (100 * row) + column)))).ToList();
        var policies = lists.Select((list, i) => PlanCompilation.Allow($"P{i}", list.List.Entries)).ToList();
        var assembly = PlanCompilation.Load(policies, new LiteralRoom(4 * 1024 * 1024));
        for (var i = 0; i < lists.Count; i++)
        {
            AssertSame(lists[i].Name, lists[i].List, policies[i].Model, GeneratorHarness.Create(assembly, $"P{i}"), (pairs / lists.Count) + 1);
        }
    }

    private static void AssertSame(string name, RandomList list, PolicyModel model, IpPolicy policy, int pairs)
    {
        var now = new IpPolicyConditions(DateTimeOffset.UnixEpoch, "Production");
        var (ipv4, ipv6) = (FormPlanner.Plan(model.Plan.Allow.IPv4), FormPlanner.Plan(model.Plan.Allow.IPv6));
        for (var i = 0; i < pairs; i++)
        {
            var question = list.Question();
            var address = list.Address(question);

            // A mapped address is the IPv4 one, which no IPv6 list holds.
            var expected = address.IsMapped ? MatchCode.None : list.Decide(question) ?? MatchCode.None;
            var decision = policy.Evaluate(Comparison.ToIPAddress(address), null, now);
            var mapped = address.Family == IpAddressFamily.IPv4 ? policy.Evaluate(Comparison.ToIPAddress(address).MapToIPv6(), null, now) : decision;
            var (form, plan) = address.IsMapped ? (expected, expected) : ((address.Family == IpAddressFamily.IPv4 ? ipv4 : ipv6).Find(address), MatchPlanInterpreter.Match(model.Plan.Allow, address));
            if (decision.IsAllowed != expected >= 0 || LineOf(decision) != expected || mapped != decision || form != expected || plan != expected)
            {
                Assert.Fail($"{name}, {address}: expected {expected}, the code says {LineOf(decision)}, mapped {LineOf(mapped)}, the form {form}, the plan {plan}");
            }
        }
    }

    private static int LineOf(IpPolicyDecision decision) => (decision.Entry?.Line ?? 0) - 1;

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
