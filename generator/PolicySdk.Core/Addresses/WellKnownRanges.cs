namespace PolicySdk.Addresses;

/// <summary>Address blocks with a meaning of their own, by the IANA special-purpose registries (RFC 6890).</summary>
internal static class WellKnownRanges
{
    internal static readonly IpRange Mapped = Parse("::ffff:0:0-::ffff:ffff:ffff");
    internal static readonly IpRange Compatible = Parse("::/96");
    internal static readonly IpRange LoopbackIPv6 = Parse("::1");
    internal static readonly IpRange UnspecifiedIPv6 = Parse("::");

    private static IpRange Parse(string text)
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
}
