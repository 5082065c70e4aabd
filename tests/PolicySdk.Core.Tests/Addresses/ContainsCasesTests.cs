using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>Every line of <c>contains.jsonl</c>, by the range set; the compiled matcher runs the same file.</summary>
public sealed class ContainsCasesTests
{
    [Fact]
    public void Every_caller_is_held_by_the_entries_or_not()
    {
        var cases = Read();

        Assert.NotEmpty(cases);
        Assert.Equal(SharedCases.CountLines(ContainsCase.File), cases.Count);
        Assert.All(cases, static c => Assert.Equal(c.Expect, c.Caller is { } caller && Entries.Set(c.Entries).Contains(caller)));
    }

    [Fact]
    public void An_entry_that_must_fail_the_build_does_not_parse()
    {
        var errors = Read().SelectMany(static c => c.EntryErrors ?? []).ToList();

        Assert.NotEmpty(errors);
        Assert.All(errors, static error => Assert.Contains(Entries.Fault(error.Entry).Kind, FaultKindsByRule.Table[error.Rule]));
    }

    private static IReadOnlyList<ContainsCase> Read()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        return SharedCases.Read<ContainsCase>(ContainsCase.File);
    }
}
