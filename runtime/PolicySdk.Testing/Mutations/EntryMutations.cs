using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Mutations;

/// <summary>The changes of one entry that somebody should notice.</summary>
internal static class EntryMutations
{
    /// <summary>Each change as words and what becomes of the entry; null where it is gone.</summary>
    /// <param name="entry">The entry; one that is <c>off</c> has none.</param>
    /// <param name="letsIn">Whether its list lets callers in: only such an entry is worse when it is wider.</param>
    internal static IEnumerable<(string Change, PolicyEntry? Mutated)> Of(PolicyEntry entry, bool letsIn)
    {
        if (entry.Off is not null)
        {
            yield break;
        }

        yield return ($"{entry.Text} is removed", null);
        if (letsIn && entry.Addresses is { IsWholeFamily: false } addresses)
        {
            var wider = Widen(addresses);
            yield return ($"{entry.Text} is widened to {wider}", entry with { Addresses = wider });
        }

        for (var i = 0; i < entry.Except.Count; i++)
        {
            var except = entry.Except[i];
            yield return ($"the exception {except.Text} of {entry.Text} is dropped", Change(entry, details => details with { Except = Without(details.Except, except) }));
        }

        foreach (var (limit, mutated) in Limits(entry))
        {
            yield return ($"'{limit}' of {entry.Text} is lifted", mutated);
        }
    }

    private static IEnumerable<(string Limit, PolicyEntry Mutated)> Limits(PolicyEntry entry)
    {
        if (entry.From is not null)
        {
            yield return (Keys.From, Change(entry, static details => details with { From = null }));
        }

        if (entry.Expires is not null)
        {
            yield return (Keys.Expires, Change(entry, static details => details with { Expires = null }));
        }

        if (entry.OnlyIn.Count > 0)
        {
            yield return (Keys.OnlyIn, Change(entry, static details => details with { OnlyIn = [] }));
        }
    }

    /// <summary>A prefix with one bit less; of any other range one address more, at its end or else at its start.</summary>
    private static IpRange Widen(IpRange range)
    {
        var prefixes = range.ToPrefixes().Take(2).ToList();
        if (prefixes.Count == 1)
        {
            var hostBits = range.First.Width - prefixes[0].Length + 1;
            return new(range.First.WithHostBitsCleared(hostBits), range.First.WithHostBitsSet(hostBits));
        }

        return range.Last.TryNext(out var next) ? range with { Last = next } : range with { First = range.First.TryPrevious(out var before) ? before : range.First };
    }

    private static PolicyEntry Change(PolicyEntry entry, Func<EntryDetails, EntryDetails> change) => entry with { Details = change(entry.Details) };

    private static EquatableArray<PolicyEntry> Without(EquatableArray<PolicyEntry> entries, PolicyEntry one) => entries.Where(entry => !ReferenceEquals(entry, one)).ToEquatableArray();
}
