using Microsoft.CodeAnalysis;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Incrementality;

namespace PolicySdk.Generator.Tests.Incrementality;

/// <summary>An edit in one policy of a hundred re-does that one.</summary>
public sealed class ManyPoliciesTests
{
    private const int Count = 100;
    private const int Entries = 40;
    private const int Edited = 37;

    private static readonly string[] StepsOfOne = [IpPoliciesGenerator.CompileStep, IpPoliciesGenerator.MatcherStep, IpPoliciesGenerator.EntriesStep];

    [Fact]
    public void An_entry_changed_re_does_one_policy()
    {
        var after = Run().Replace(PathOf(Edited), TextOf(Edited).Replace("11.37.20.0", "11.37.20.1", StringComparison.Ordinal)).Result;

        Assert.All(StepsOfOne, step => AssertModified(1, after.Reasons(step)));
        AssertSources(after, ["IpPolicies.P37.g.cs", "IpPolicies.P37.Entries.g.cs"]);
        Assert.True(Assert.Single(after.Reasons(IpPoliciesGenerator.RegistryStep)).IsCached());
    }

    [Fact]
    public void A_line_moved_re_does_the_places_of_one_policy()
    {
        var after = Run().Replace(PathOf(Edited), "# Reviewed\n" + TextOf(Edited)).Result;

        AssertModified(1, after.Reasons(IpPoliciesGenerator.CompileStep));
        AssertModified(0, after.Reasons(IpPoliciesGenerator.MatcherStep));
        AssertModified(1, after.Reasons(IpPoliciesGenerator.EntriesStep));
        AssertSources(after, ["IpPolicies.P37.Entries.g.cs"]);
    }

    [Fact]
    public void A_comment_at_the_end_re_does_nothing()
    {
        var after = Run().Replace(PathOf(Edited), TextOf(Edited) + "# Reviewed\n").Result;

        Assert.Equal(Count - 1, after.Reasons(IpPoliciesGenerator.ReadStep).Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.All(StepsOfOne, step => AssertModified(0, after.Reasons(step)));
        AssertSources(after, []);
    }

    private static GeneratorHarness Run()
    {
        var run = GeneratorHarness.Run([.. Enumerable.Range(0, Count).Select(static number => (PathOf(number), TextOf(number)))]);
        Assert.Empty(run.Errors);
        Assert.Equal((2 * Count) + 1, run.Result.GeneratedSources.Length);
        return run;
    }

    private static string PathOf(int number) => $"policies/p{number}.policy.yaml";

    private static string TextOf(int number) => $"policy: p{number}\nallow:\n{string.Concat(Enumerable.Range(0, Entries).Select(i => $"  - 11.{number}.{i}.0\n"))}";

    // The edited one is done again and may come out the same; the others are not even looked at.
    private static void AssertModified(int modified, IReadOnlyList<IncrementalStepRunReason> reasons)
    {
        Assert.Equal(Count, reasons.Count);
        Assert.Equal(modified, reasons.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.True(reasons.Count(static reason => reason == IncrementalStepRunReason.Cached) >= Count - 1);
    }

    private static void AssertSources(GeneratorRunResult after, string[] modified)
    {
        var reasons = after.SourceReasons();

        Assert.Equal((2 * Count) + 1, reasons.Count);
        Assert.All(reasons, reason => Assert.Equal(modified.Contains(reason.Key) ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached, reason.Value));
    }
}
