using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Lists for whose literals an assembly has no room left are compiled to spans, which answer the same and allocate nothing either.</summary>
public sealed class SpanTableTests
{
    [Fact]
    public void Spans_answer_as_the_plan_does()
    {
        var lists = RandomList.Kinds.SelectMany(static (kind, row) => new[] { 100, 5_000 }.Select(size => new RandomList(kind, size, row + size))).ToList();
        var policies = lists.Select(static (list, i) => PlanCompilation.Allow($"P{i}", list.Entries)).ToList();
        var assembly = PlanCompilation.Load(policies, new LiteralRoom(0));
        var now = new IpPolicyConditions(DateTimeOffset.UnixEpoch, "Production");
        for (var i = 0; i < lists.Count; i++)
        {
            var policy = GeneratorHarness.Create(assembly, $"P{i}");
            for (var asked = 0; asked < 300; asked++)
            {
                var address = lists[i].Address(lists[i].Question());
                var expected = address.IsMapped ? MatchCode.None : MatchPlanInterpreter.Match(policies[i].Model.Plan.Allow, address);

                Assert.Equal(expected, (policy.Evaluate(Comparison.ToIPAddress(address), null, now).Entry?.Line ?? 0) - 1);
            }

            NoAllocation.Assert(policy, [Comparison.ToIPAddress(lists[i].Address(lists[i].Ranges[0].First)), new([255, 255, 255, 255])]);
        }
    }

    [Fact]
    public void Room_is_taken_until_there_is_no_more()
    {
        var room = new LiteralRoom(10);

        Assert.True(room.TryTake(6));
        Assert.False(room.TryTake(5));
        Assert.True(room.TryTake(4));
        Assert.False(room.TryTake(1));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 12)]
    [InlineData(13, 48)]
    public void Room_is_divided_in_large_steps(int policies, int parts) => Assert.Equal(parts, LiteralRoom.Parts(policies));
}
