namespace PolicySdk.Addresses;

/// <summary>Address blocks with a meaning of their own, by the IANA special-purpose registries (RFC 6890).</summary>
internal static class WellKnownRanges
{
    internal static readonly IpRange Mapped = Parse("::ffff:0:0-::ffff:ffff:ffff");
    internal static readonly IpRange Compatible = Parse("::/96");
    internal static readonly IpRange LoopbackIPv6 = Parse("::1");
    internal static readonly IpRange UnspecifiedIPv6 = Parse("::");

    /// <summary>
    /// The blocks that an allowlist has no good reason to hold. Where two overlap the one that says more stands first; the mapped
    /// block is missing because its text is no entry.
    /// </summary>
    internal static readonly IReadOnlyList<WellKnownRange> All =
    [
        new("cloud metadata", WellKnownKind.Metadata, Set("169.254.169.254", "fd00:ec2::254"), "AWS (both), Azure, Google Cloud"),
        new("cloud metadata", WellKnownKind.Metadata, Set("100.100.100.200"), "Alibaba Cloud"),
        new("IPv4 loopback", WellKnownKind.Loopback, Set("127.0.0.0/8"), "RFC 1122 3.2.1.3"),
        new("IPv6 loopback", WellKnownKind.Loopback, IpRangeSet.Of(LoopbackIPv6), "RFC 4291 2.5.3"),
        new("IPv4 link-local", WellKnownKind.LinkLocal, Set("169.254.0.0/16"), "RFC 3927 2.1"),
        new("IPv6 link-local", WellKnownKind.LinkLocal, Set("fe80::/10"), "RFC 4291 2.5.6"),
        new("IPv4 multicast", WellKnownKind.Multicast, Set("224.0.0.0/4"), "RFC 5771 3"),
        new("IPv6 multicast", WellKnownKind.Multicast, Set("ff00::/8"), "RFC 4291 2.7"),
        new("limited broadcast", WellKnownKind.Broadcast, Set("255.255.255.255"), "RFC 919 7"),
        new("reserved IPv4", WellKnownKind.Reserved, Set("240.0.0.0/4"), "RFC 1112 4"),
        new("IPv4 \"this network\"", WellKnownKind.Unspecified, Set("0.0.0.0/8"), "RFC 791 3.2, RFC 1122 3.2.1.3"),
        new("IPv6 unspecified", WellKnownKind.Unspecified, IpRangeSet.Of(UnspecifiedIPv6), "RFC 4291 2.5.2"),
        new("IPv4 documentation", WellKnownKind.Documentation, Set("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"), "RFC 5737 3"),
        new("IPv6 documentation", WellKnownKind.Documentation, Set("2001:db8::/32"), "RFC 3849 2"),
        new("IPv6 documentation", WellKnownKind.Documentation, Set("3fff::/20"), "RFC 9637 3"),
        new("IPv4-compatible IPv6", WellKnownKind.Embedding, IpRangeSet.Of(Compatible), "RFC 4291 2.5.5.1"),
        new("6to4", WellKnownKind.Embedding, Set("2002::/16"), "RFC 3056 2"),
        new("NAT64", WellKnownKind.Embedding, Set("64:ff9b::/96"), "RFC 6052 2.1"),
        new("local-use NAT64", WellKnownKind.Embedding, Set("64:ff9b:1::/48"), "RFC 8215 3"),
    ];

    private static readonly IpRangeSet Together = IpRangeSet.Of(All.SelectMany(static row => row.Addresses));

    /// <summary>The row that says most about a range that lies wholly inside its block, or null. Most ranges do not even lie in all blocks together.</summary>
    internal static WellKnownRange? Find(IpRange range) => Together.Contains(range) ? All.FirstOrDefault(row => row.Addresses.Contains(range)) : null;

    /// <summary>The addresses of a text that this code itself holds.</summary>
    internal static IpRange Parse(string text)
    {
        // The mapped block is no entry, so its text is read end by end.
        var hyphen = text.IndexOf('-');
        if (hyphen < 0)
        {
            return IpEntryText.TryParse(text, out var range, out _) ? range : throw new InvalidOperationException(text);
        }

        return IpEntryText.TryParseAddress(new(text, 0, hyphen), out var first, out _)
            && IpEntryText.TryParseAddress(new(text, hyphen + 1, text.Length), out var last, out _)
            ? new(first, last)
            : throw new InvalidOperationException(text);
    }

    private static IpRangeSet Set(params string[] texts) => IpRangeSet.Of(texts.Select(Parse));
}
