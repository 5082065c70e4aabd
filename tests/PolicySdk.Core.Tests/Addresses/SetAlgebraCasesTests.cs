using PolicySdk.Addresses;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Every line of <c>set_algebra.jsonl</c>.</summary>
public sealed class SetAlgebraCasesTests
{
    [Fact]
    public void Every_union_and_every_series_of_operations_gives_the_prefixes()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        var cases = SharedCases.Read<SetAlgebraCase>(SetAlgebraCase.File);

        Assert.NotEmpty(cases);
        Assert.Equal(SharedCases.CountLines(SetAlgebraCase.File), cases.Count);
        Assert.All(cases, static c =>
        {
            Assert.True(c.Ops is null != c.Entries is null, c.Id);
            var result = c.Steps.Aggregate(IpRangeSet.Empty, static (set, step) => Apply(set, step.Name, Entries.Set(step.Entries)));
            Assert.Equal(c.Merged, result.ToPrefixes().Select(static prefix => prefix.ToString()));
        });
    }

    private static IpRangeSet Apply(IpRangeSet set, string operation, IpRangeSet operand) => operation switch
    {
        "add" => set.Union(operand),
        "remove" => set.Subtract(operand),
        "intersect" => set.Intersect(operand),
        _ => throw new InvalidDataException(operation),
    };
}
