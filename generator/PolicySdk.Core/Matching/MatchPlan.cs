using PolicySdk.Addresses;
using PolicySdk.Collections;

namespace PolicySdk.Matching;

/// <summary>What the generated code of a policy decides, as data.</summary>
/// <param name="Block">The <c>block</c> list.</param>
/// <param name="Allow">The <c>allow</c> list.</param>
/// <param name="Anyone">What any caller may be allowed, whatever the day: the union of <c>allow</c> and all clients' lists.</param>
/// <param name="Clients">The clients' lists, in the order of the clients.</param>
/// <param name="Choices">What codes below <see cref="MatchCode.None"/> stand for.</param>
internal sealed record MatchPlan(
    MatchList Block,
    MatchList Allow,
    MatchList Anyone,
    EquatableArray<MatchList> Clients,
    EquatableArray<MatchChoice> Choices)
{
    internal static readonly MatchPlan Nobody = new(MatchList.Nobody, MatchList.Nobody, MatchList.Nobody, [], []);
}

/// <summary>One list: for each family, segments that cover it without gap or overlap, in order.</summary>
internal sealed record MatchList(EquatableArray<MatchSegment> IPv4, EquatableArray<MatchSegment> IPv6)
{
    internal static readonly MatchList Nobody = new(NobodyOf(IpAddressFamily.IPv4), NobodyOf(IpAddressFamily.IPv6));

    internal EquatableArray<MatchSegment> Of(IpAddressFamily family) => family == IpAddressFamily.IPv4 ? IPv4 : IPv6;

    private static EquatableArray<MatchSegment> NobodyOf(IpAddressFamily family) =>
        new[] { new MatchSegment(IpAddressValue.Min(family), MatchCode.None) }.ToEquatableArray();
}

/// <summary>All addresses from <paramref name="First"/> to the next segment, and the code that a matcher answers for them.</summary>
internal readonly record struct MatchSegment(IpAddressValue First, int Code);

/// <summary>Entries of which each counts only on some days or in some environments; the first that counts decides.</summary>
internal sealed record MatchChoice(EquatableArray<MatchCandidate> Candidates);

/// <summary>An entry and when it counts.</summary>
internal readonly record struct MatchCandidate(int Entry, EntryCondition Condition);

/// <summary>The codes of segments: an entry's index, nothing, or a choice. The runtime's <c>IpPolicy</c> reads them the same way.</summary>
internal static class MatchCode
{
    internal const int None = -1;

    internal static int OfChoice(int choice) => None - 1 - choice;

    internal static bool IsChoice(int code, out int choice)
    {
        choice = None - 1 - code;
        return code < None;
    }
}
