namespace PolicySdk.Addresses;

/// <summary>What a well-known block is for; rules choose the rows of the table by it.</summary>
internal enum WellKnownKind
{
    Metadata,
    Loopback,
    LinkLocal,
    Multicast,
    Broadcast,
    Reserved,
    Unspecified,
    Documentation,

    /// <summary>IPv6 that carries an IPv4 address and that no IPv4 caller ever has.</summary>
    Embedding,
}

/// <summary>A block with a meaning of its own.</summary>
/// <param name="Name">What to call it in a message.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Addresses">Its addresses.</param>
/// <param name="Source">Who says so: the RFC and its section, or the clouds that answer there.</param>
internal sealed record WellKnownRange(string Name, WellKnownKind Kind, IpRangeSet Addresses, string Source);
