using System.Globalization;
using PolicySdk.Addresses;

namespace PolicySdk.Validation;

/// <summary>What to write instead of an address text that another program would take. Null where no single answer is right.</summary>
internal static class AddressSuggestions
{
    internal static string? ForHostBits(string text)
    {
        var slash = text.IndexOf('/');
        return TryParseEnds(text, slash, out var address, out var suffix)
            && int.TryParse(suffix, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length == 0 ? $"{address} for the one address; a prefix of length 0 is every address" : $"{IpPrefix.Containing(address, length)} for the whole network, or {address} for the one address"
            : null;
    }

    internal static string? ForNetmask(string text)
    {
        var slash = text.IndexOf('/');
        return TryParseEnds(text, slash, out var address, out _)
            && IpPrefixLengthText.TryParseNetmask(new(text, slash + 1, text.Length), out var length) && length is { } bits
            && address.Family == IpAddressFamily.IPv4
            ? IpPrefix.Containing(address, bits).ToString()
            : null;
    }

    internal static string? ForWildcard(string text)
    {
        var parts = text.Split('.');
        var known = parts.TakeWhile(static part => part != "*").ToArray();
        return parts.Length == 4 && known.Length is > 0 and < 4 && parts.Skip(known.Length).All(static part => part == "*")
            && IpEntryText.TryParse(string.Join(".", known.Concat(Enumerable.Repeat("0", 4 - known.Length))), out var range, out _)
            ? IpPrefix.Containing(range.First, 8 * known.Length).ToString()
            : null;
    }

    internal static string? ForShortRange(string text)
    {
        var hyphen = text.IndexOf('-');
        var lastDot = text.LastIndexOf('.', Math.Max(0, hyphen));
        return hyphen > 0 && lastDot > 0
            && text.Substring(0, hyphen) + "-" + text.Substring(0, lastDot + 1) + text.Substring(hyphen + 1) is var full
            && IpEntryText.TryParse(full, out _, out _)
            ? full
            : null;
    }

    internal static string? ForMapped(string text)
    {
        var slash = text.IndexOf('/');
        var hyphen = text.IndexOf('-');
        if (hyphen > 0)
        {
            return TryParseEnds(text, hyphen, out var first, out var rest) && IpEntryText.TryParseAddress(IpTextSpan.Of(rest), out var last, out _)
                ? new IpRange(first.EmbeddedIPv4(), last.EmbeddedIPv4()).ToString()
                : null;
        }

        return !TryParseEnds(text, slash, out var address, out var suffix) ? null
            : slash < 0 ? address.EmbeddedIPv4().ToString()
            : int.TryParse(suffix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= 96
            ? length == 96 ? "the IPv4 networks that may call; this is every one" : IpPrefix.Containing(address.EmbeddedIPv4(), length - 96).ToString()
            : null;
    }

    private static bool TryParseEnds(string text, int separator, out IpAddressValue first, out string rest)
    {
        rest = separator < 0 ? "" : text.Substring(separator + 1);
        return IpEntryText.TryParseAddress(new(text, 0, separator < 0 ? text.Length : separator), out first, out _);
    }
}
