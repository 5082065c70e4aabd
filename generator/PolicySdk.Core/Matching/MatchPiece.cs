using PolicySdk.Addresses;

namespace PolicySdk.Matching;

/// <summary>Addresses that one entry covers under one condition; entries with exceptions fall into several.</summary>
/// <param name="Range">The addresses.</param>
/// <param name="Entry">The entry's index.</param>
/// <param name="Width">The addresses of the whole entry, by which entries are told narrower from wider.</param>
/// <param name="Condition">When it counts.</param>
internal sealed record MatchPiece(IpRange Range, int Entry, IpRange Width, EntryCondition Condition);
