namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>The dictionary: words of the language, texts near them, and what breaks readers of YAML.</summary>
internal static class Tokens
{
    internal static readonly string[] Keys =
    [
        "policy", "description", "owner", "mode", "report-until", "enforce", "allow", "clients", "block", "expect", "networks", "addresses", "ip", "net", "except", "note", "ticket", "from", "expires",
        "only-in", "off", "reviewed", "waive", "rule", "reason", "until", "source", "url", "fetched", "max-age", "sha256", "client-address", "trust", "header", "limit", "guardrails", "widest", "require",
        "expiry", "warn", "longest", "review", "never", "waivers", "unprotected-endpoints", "severity", "v4", "v6", "deny", "within", "covers", "at-most", "same-as", "disjoint-from", "client", "on", "in",
        "family", "alow", "Allow", "ips", "<<",
    ];

    /// <summary>Addresses without a fault, near to each other so that they meet.</summary>
    internal static readonly string[] Addresses =
    [
        "192.0.2.0/24", "192.0.2.16/29", "192.0.2.20", "192.0.2.23", "192.0.2.16-192.0.2.40", "192.0.2.40", "198.51.100.0/28", "198.51.100.0", "198.51.100.9", "198.51.100.8-198.51.100.23", "203.0.113.7",
        "203.0.113.6/31", "203.0.113.64-203.0.113.79", "203.0.113.128/26", "203.0.113.255", "0.0.0.0/1", "128.0.0.0/1", "0.0.0.0/0", "0.0.0.0", "255.255.255.255", "10.0.0.0/8", "127.0.0.1", "169.254.169.254",
        "2001:db8:1::/48", "2001:db8:1::1", "2001:db8:1::-2001:db8:1::ff", "2001:DB8:1:0::/64", "2001:db8:40::/48", "2001:db8:40::192.0.2.1", "2001:db8::/32", "::", "::1", "::/0", "::/1", "8000::/1",
        "::fffe:ffff:ffff-::fffe:ffff:ffff", "::/96", "::/64", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "64:ff9b::/96", "fe80::/10",
    ];

    internal static readonly string[] OddAddresses =
    [
        "192.0.2.1/24", "192.0.2", "192.0.2.01", "0x7f.1", "3232235777", "192.0.2.256", "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/024", "192.0.2.0/255.255.255.0", "192.0.2.9-192.0.2.1", "192.0.2.1-9",
        "192.0.2.*", "192.0.2.1:443", "[2001:db8::1]", "fe80::1%eth0", "fe80::", "::ffff:192.0.2.1", "::ffff:0:0/96", "::ffff:192.0.2.0-::ffff:192.0.2.9", "::fffe:0:0-::ffff:ffff:ffff", "2001:db8::/129",
        "2001:db8:::1", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::1.2.3.4", "::1.2.3", "12345::", "g::1", "example.com", "localhost", "any", "*", "-", "/", "192.0.2.0/-1", "192.0.2.0/+24", " 192.0.2.1",
        "2001:db8::/ffff::", "192.0.2.1-2001:db8::1", "192.0.2.0/24-192.0.3.0/24",
    ];

    internal static readonly string[] Dates =
    [
        "2026-05-10", "2026-05-11", "2026-05-12", "2026-11-24", "2026-11-25", "2026-12-31", "2027-01-01", "2027-01-31", "0001-01-01", "9999-12-31", "9999-12-30",
    ];

    internal static readonly string[] OddDates = ["2026-02-30", "2026-2-3", "0000-01-01", "2026-05-10T00:00:00Z", "20260510", "10000-01-01", "tomorrow", "30d", "0d", "36501d", "2026-05-10 "];

    internal static readonly string[] Environments = ["Development", "[Staging, Production]", "production", "[Development, DEVELOPMENT]", "Staging", "E1"];

    internal static readonly string[] Networks = ["office-london", "vpn", "staff", "edge", "lab", "desk", "office", "nowhere"];

    internal static readonly string[] Rules =
    [
        "PSDK2006", "PSDK2007", "PSDK7002", "PSDK2008", "PSDK2009", "PSDK2010", "PSDK2011", "PSDK2012", "PSDK2013", "PSDK2015", "PSDK3001", "PSDK3002", "PSDK3004", "PSDK3005", "PSDK3008", "PSDK4002",
        "PSDK4005", "PSDK5002", "PSDK2001", "PSDK9999", "psdk2006",
    ];

    internal static readonly string[] Scalars = ["~", "null", "true", "no", "\"\"", "''", "0", "-1", "1e3", "0777", "enforce", "error", "none", "X-Forwarded-For", "partner-api", "acme-prod", "ghp_0123456789abcdefABCDEF"];

    /// <summary>Marks of YAML that start, end, name or nest something.</summary>
    internal static readonly string[] Marks =
    [
        ":", ": ", "- ", "? ", ", ", "[", "]", "{", "}", "{}", "[]", "\"", "'", "|", "|2-\n", ">\n  ", "&a ", "*a ", "!t ", "!!str ", "%YAML 1.2\n", "---\n", "...\n", "--- ", "#", " # ", "<<: ", "`", "@", "\\", "\n", "\n  ", " ", "\t",
        "\n---\n", "\"\\u2066\"", "\"\\0\"", "\"\\x85\"", "\"\\ud83d\"", "\"a\\\n  b\"",
    ];

    /// <summary>Characters that are not seen, are half, or change the order of others.</summary>
    internal static readonly string[] OddTexts =
    [
        "\0", "\u0001", "\u0007", "\u000B", "\u000C", "\r", "\r\n", "\u001B[31m", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u061C", "\u200B", "\u200E", "\u202E", "\u2028", "\u2029", "\u2066", "\u3000", "\uFEFF", "\uFFFD", "\uFFFE",
        "\uFFFF", "\uD83D", "\uDE00", "\U0001F600", "\U0010FFFF", "\uFF11", "\u0661", "é", "東",
    ];

    internal static readonly string[] Quotes = ["\"{0}\"", "'{0}'", "|-\n      {0}\n", ">\n      {0}\n", "[{0}]", "{{{0}}}", "{{a: {0}}}", "{0}:", "{0}: ", "? {0}"];

    internal static readonly string[][] Kinds = [Keys, Addresses, Addresses, OddAddresses, Dates, OddDates, Environments, Networks, Rules, Scalars, Marks];
}
