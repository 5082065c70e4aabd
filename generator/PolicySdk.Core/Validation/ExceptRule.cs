using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2015: an exception that takes nothing away, or all of them together that leave nothing.</summary>
internal static class ExceptRule
{
    internal static void Check(PolicyEntry entry, EntryExpander expander, ProblemList problems)
    {
        if (entry.Off is not null || entry.Except.Count == 0)
        {
            return;
        }

        var whole = expander.AddressesOf(entry with { Details = entry.Details with { Except = [] } });
        foreach (var exception in entry.Except.Where(static exception => exception.Off is null))
        {
            if (!whole.IsEmpty && expander.AddressesOf(exception) is { IsEmpty: false } removed && !removed.Any(range => whole.Within(range).Any()))
            {
                problems.Add(RuleIds.IneffectiveExcept, exception, $"The exception {exception.Text} removes nothing: {entry.Text} has none of its addresses. Correct one of the two.");
            }

            Check(exception, expander, problems);
        }

        if (!whole.IsEmpty && expander.AddressesOf(entry).IsEmpty)
        {
            problems.Add(RuleIds.IneffectiveExcept, entry, $"The exceptions remove all of {entry.Text}: nothing is left. Remove it, or narrow the exceptions.");
        }
    }
}
