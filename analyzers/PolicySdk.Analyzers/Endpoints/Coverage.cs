namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Whether a policy or an opt-out reaches an endpoint, as far as code tells.</summary>
internal enum Coverage
{
    /// <summary>None does, on some path at least.</summary>
    No,

    /// <summary>It can't be told.</summary>
    Unknown,

    /// <summary>One does, on every path.</summary>
    Yes,

    /// <summary>Asked while it was being answered: recursion, which adds nothing.</summary>
    Pending,
}

/// <summary>What is known of an endpoint.</summary>
/// <param name="Coverage">Whether a policy or an opt-out reaches it.</param>
/// <param name="LeftTheMember">Whether that hung on code outside of the member that maps it: callers, fields, other methods.</param>
internal readonly record struct Answer(Coverage Coverage, bool LeftTheMember);

/// <summary>Joins what is known of several ways.</summary>
internal static class CoverageExtensions
{
    /// <summary>One way is enough.</summary>
    internal static Coverage Or(this Coverage left, Coverage right) => (left, right) switch
    {
        (Coverage.Yes, _) or (_, Coverage.Yes) => Coverage.Yes,
        (Coverage.Unknown, _) or (_, Coverage.Unknown) => Coverage.Unknown,
        (Coverage.Pending, _) or (_, Coverage.Pending) => Coverage.Pending,
        _ => Coverage.No,
    };

    /// <summary>One way is enough; the second is looked at only when it is needed.</summary>
    internal static Coverage Or(this Coverage left, Func<Coverage> right) => left == Coverage.Yes ? left : left.Or(right());

    /// <summary>One way is enough; none where there is no way.</summary>
    internal static Coverage Any(this IEnumerable<Coverage> ways) => ways.Aggregate(Coverage.No, Or);

    /// <summary>Every way has to be covered; unknown where there is none.</summary>
    internal static Coverage All(this IEnumerable<Coverage> ways) => ways.DefaultIfEmpty(Coverage.Unknown).Least();

    /// <summary>Every way has to be covered; none adds nothing.</summary>
    internal static Coverage Least(this IEnumerable<Coverage> ways) =>
        ways.Aggregate(Coverage.Pending, static (all, way) => all == Coverage.Pending || (way != Coverage.Pending && way < all) ? way : all);
}
