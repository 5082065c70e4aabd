using PolicySdk.Addresses;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Every text of <c>addr_parse.jsonl</c>: what other systems' suites hold about address texts.</summary>
public sealed class AddressTextCasesTests
{
    [Fact]
    public void Every_line_is_read_and_either_parses_or_does_not()
    {
        var cases = Read();

        Assert.NotEmpty(cases);
        Assert.Equal(SharedCases.CountLines(AddressTextCase.File), cases.Count);
        Assert.All(cases, static c => Assert.Contains(c.PolicySdk, new[] { "accept", "warn", "reject" }));
        Assert.All(cases, static c => Assert.Equal(c.Parses, c.First is not null && c.Last is not null && c.Canonical is not null));
    }

    [Fact]
    public void An_accepted_text_gives_the_addresses_and_the_canonical_text()
    {
        var cases = Read().Where(static c => c.Parses).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, static c =>
        {
            var range = Entries.Range(c.Text);
            Assert.Equal((c.First, c.Last), (range.First.ToString(), range.Last.ToString()));
            Assert.Equal(c.Canonical, CanonicalAs(c.Kind, range));
        });
    }

    [Fact]
    public void A_rejected_text_has_a_fault_of_a_kind_that_its_rule_allows()
    {
        var cases = Read().Where(static c => !c.Parses).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, static c =>
        {
            var fault = Entries.Fault(c.Text);
            var expected = FaultKindsByRule.Exceptions.TryGetValue(c.Text, out var kind) ? [kind] : FaultKindsByRule.Table[c.Rule];
            Assert.True(expected.Contains(fault.Kind), $"{c.Rule} {c.Text}: {fault}");
        });
    }

    [Fact]
    public void Every_rule_and_every_exception_of_the_table_is_met_by_a_case()
    {
        var cases = Read().Where(static c => !c.Parses).ToList();

        Assert.Equal(FaultKindsByRule.Table.Keys.Order(StringComparer.Ordinal), cases.Select(static c => c.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.All(FaultKindsByRule.Exceptions.Keys, text => Assert.Contains(cases, c => c.Text == text));
        Assert.All(
            cases.Where(static c => FaultKindsByRule.Exceptions.ContainsKey(c.Text)),
            static c => Assert.DoesNotContain(FaultKindsByRule.Exceptions[c.Text], FaultKindsByRule.Table[c.Rule]));
    }

    [Theory]
    [InlineData("ipv4-compatible", WellKnownKind.Embedding)]
    [InlineData("multicast", WellKnownKind.Multicast)]
    [InlineData("unspecified", WellKnownKind.Unspecified)]
    [InlineData("broadcast", WellKnownKind.Broadcast)]
    internal void A_text_that_needs_a_warning_meets_a_well_known_range(string rule, WellKnownKind kind)
    {
        var known = WellKnownRanges.All.Where(row => row.Kind == kind).ToList();
        var cases = Read().Where(c => c.Rule == rule).ToList();

        Assert.NotEmpty(known);
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.Contains(known, row => !row.Addresses.Intersect(Entries.Set(c.Text)).IsEmpty));
    }

    private static IReadOnlyList<AddressTextCase> Read()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        return SharedCases.Read<AddressTextCase>(AddressTextCase.File);
    }

    // The cases keep the form that was written: a range stays one even where it is a prefix.
    private static string CanonicalAs(string kind, IpRange range) => kind switch
    {
        "address" => range.ToString(),
        "cidr" => Assert.Single(range.ToPrefixes()).ToString(),
        "range" => $"{range.First}-{range.Last}",
        _ => throw new InvalidDataException(kind),
    };
}
