using System.Globalization;
using CsCheck;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>
/// The search for redundant entries against an oracle that asks of every address and day: what is told could be taken out without
/// changing any answer, and of entries without dates nothing that could be taken out besides remains.
/// </summary>
public sealed class RedundancyOracleTests
{
    private const int Addresses = 16;

    private static readonly Gen<Entry[]> Plain = Gen.Select(Gen.Int[0, Addresses - 1], Gen.Int[0, 6], static (first, length) => new Entry(first, Math.Min(first + length, Addresses - 1), null, null)).Array[1, 8];

    private static readonly Gen<Entry[]> Dated = Gen.Select(Gen.Int[0, Addresses - 1], Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 4], static (first, length, from, days) =>
        new Entry(first, Math.Min(first + length, Addresses - 1), from == 0 ? null : from, days == 0 ? null : Math.Min(from + days, 6))).Array[1, 8];

    [Fact]
    public void Entries_that_are_told_can_go_and_no_others_could() => Plain.Sample(static entries =>
    {
        var rest = RestOf(entries);

        Assert.Equal(AnswersOf(entries), AnswersOf(rest));
        Assert.All(rest, entry => Assert.NotEqual(AnswersOf(rest), AnswersOf(rest.Where(other => !ReferenceEquals(other, entry)))));
    }, iter: 2_000);

    [Fact]
    public void Entries_with_dates_that_are_told_can_go() => Dated.Sample(static entries => Assert.Equal(AnswersOf(entries), AnswersOf(RestOf(entries))), iter: 2_000);

    private static List<Entry> RestOf(Entry[] entries)
    {
        var lines = entries.Select(static entry => $"  - {{ip: 10.0.0.{Number(entry.First)}-10.0.0.{Number(entry.Last)}{Day("from", entry.From)}{Day("expires", entry.Expires)}}}\n");
        var project = CompiledProject.On(null, (RuleVerifier.PolicyPath, "policy: sample\nallow:\n" + string.Concat(lines)));
        var told = project.Problems.Where(static problem => problem is { Rule: RuleIds.DuplicateEntry or RuleIds.RedundantEntry, Severity: ProblemSeverity.Warning }).Select(static problem => problem.Range.Line - 2).ToHashSet();

        Assert.False(project.HasErrors);
        return [.. entries.Where((_, index) => !told.Contains(index))];
    }

    // Entries count on the days from..expires of January 2027; an entry that never does is not told, and changes nothing.
    private static List<bool> AnswersOf(IEnumerable<Entry> entries)
    {
        var all = entries.ToList();
        return [.. from address in Enumerable.Range(0, Addresses)
                   from day in Enumerable.Range(0, 8)
                   select all.Exists(entry => entry.First <= address && address <= entry.Last && (entry.From ?? 0) <= day && day <= (entry.Expires ?? 7))];
    }

    private static string Day(string key, int? day) => day is { } number ? $", {key}: 2027-01-{number + 1:D2}" : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Entry(int First, int Last, int? From, int? Expires);
}
