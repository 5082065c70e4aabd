using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>Compares two forms of a policy exactly: for each caller, on each day from one on, in each environment. Null is a policy that lets nobody in.</summary>
internal sealed class PolicyComparer(ComparedPolicy? before, ComparedPolicy? after, CalendarDate today)
{
    // A name that no policy can have, for all environments that none names.
    private const string Other = "";

    private static readonly List<MatchPiece> None = [];

    // Where nothing of a list changed, no decision can.
    private readonly IpRangeSet _shared = Changed(before?.Allow, after?.Allow).Union(Changed(before?.Block, after?.Block));

    internal IReadOnlyList<CallerChange> Compare()
    {
        string?[] callers = [null, .. Clients(before).Union(Clients(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var shared = Compare(client: null);
        return [.. callers.Select(client => (Client: client, Changes: client is not null && HasOwn(client) ? Compare(client) : shared))
            .Where(static caller => caller.Changes.Count > 0)
            .GroupBy(static caller => caller.Changes)
            .Select(group => new CallerChange([.. group.Select(static caller => caller.Client)], group.Count() == callers.Length, group.Key))];
    }

    // A client whose own list did not change, and does not meet what changed, has what all others have.
    private bool HasOwn(string client) => OwnOf(before, client) is var old && OwnOf(after, client) is var now
        && (!Changed(old, now).IsEmpty || old.Concat(now).Any(piece => _shared.Within(piece.Range).Any()));

    private static List<MatchPiece> OwnOf(ComparedPolicy? policy, string client) => policy?.Clients.GetValueOrDefault(client) ?? None;

    private static IEnumerable<string> Clients(ComparedPolicy? policy) => policy?.Clients.Keys ?? Enumerable.Empty<string>();

    // An edit leaves most of a list as it is, before and after it.
    private static IpRangeSet Changed(List<MatchPiece>? before, List<MatchPiece>? after)
    {
        var (old, now) = (before ?? None, after ?? None);
        var (first, last) = (0, 0);
        while (first < Math.Min(old.Count, now.Count) && IsSame(old[first], now[first]))
        {
            first++;
        }

        while (last < Math.Min(old.Count, now.Count) - first && IsSame(old[^(last + 1)], now[^(last + 1)]))
        {
            last++;
        }

        var (gone, come) = (Facts(old[first..^last]), Facts(now[first..^last]));
        return IpRangeSet.Of(gone.Except(come).Concat(come.Except(gone)).Select(static fact => fact.Range));
    }

    private static bool IsSame(MatchPiece one, MatchPiece other) => one.Range == other.Range && one.Condition.Equals(other.Condition);

    private static HashSet<(IpRange Range, EntryCondition Condition)> Facts(List<MatchPiece> pieces) => [.. pieces.Select(static piece => (piece.Range, piece.Condition))];

    private EquatableArray<AccessChange> Compare(string? client)
    {
        var region = client is null ? _shared : _shared.Union(Changed(before?.Clients.GetValueOrDefault(client), after?.Clients.GetValueOrDefault(client)));
        if (region.IsEmpty)
        {
            return [];
        }

        var (old, now) = (before?.In(region, client) ?? RegionPieces.None, after?.In(region, client) ?? RegionPieces.None);
        var conditions = old.Conditions.Concat(now.Conditions).ToList();
        var starts = conditions.SelectMany(static condition => condition.ChangingDays).Where(day => day.CompareTo(today) > 0).Append(today).Distinct().Order().ToList();

        // Those that no entry names are all alike; where none is named, production is one of them.
        var named = conditions.SelectMany(Named).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return named.Append(Other).SelectMany(environment => Compare(old, now, starts, environment).Select(change => (Environment: environment, Change: change)))
            .GroupBy(static found => found.Change, static found => found.Environment)
            .Select(found => found.Key with { Environments = EnvironmentSet.Of([.. found.Where(static name => name != Other)], found.Contains(Other), named) })
            .OrderBy(static change => change.From)
            .ToEquatableArray();
    }

    private static IEnumerable<string> Named(EntryCondition condition) => condition.OnlyIn.Concat(condition.Unless.SelectMany(Named));

    private static List<AccessChange> Compare(RegionPieces old, RegionPieces now, List<CalendarDate> starts, string environment)
    {
        var changes = new List<AccessChange>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (gained, lost) = old.Allowed(starts[i], environment).Difference(now.Allowed(starts[i], environment));
            var until = i + 1 < starts.Count ? starts[i + 1].Previous() : null;
            if (changes is [.., var last] && last.Until is { } end && end.Next() == starts[i] && last.Gained.Equals(gained) && last.Lost.Equals(lost))
            {
                changes[^1] = last with { Until = until };
            }
            else if (!gained.IsEmpty || !lost.IsEmpty)
            {
                changes.Add(new(EnvironmentSet.All, i == 0 ? null : starts[i], until, gained, lost));
            }
        }

        return changes;
    }
}
