using System.Globalization;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>A policy for each form of generated code, and the text that shows the form.</summary>
internal static class FormPolicies
{
    internal static readonly IReadOnlyDictionary<string, (string Policy, string Mark)> ByName = new Dictionary<string, (string, string)>
    {
        ["constant"] = ("allow: [{ip: 192.0.2.1, except: [192.0.2.1]}]", "AllowIPv4(uint address) => None;"),
        ["switch"] = (Allow(Enumerable.Range(0, 100).Select(IPv4)), "AllowIPv4(uint address) => address switch"),
        ["longest-switch"] = (Allow(Enumerable.Range(0, 127).Select(IPv4)), "AllowIPv4(uint address) => address switch"),
        ["table"] = (Allow(Enumerable.Range(0, 128).Select(IPv4)), "AllowIPv4(uint address) => global::PolicySdk.IpRangeTable.Find("),
        ["nested-switch"] = (Allow(["2001:db8::/48", .. Enumerable.Range(0, 20).Select(IPv6)]), "=> lower switch"),
        ["ipv6-table"] = (Allow(Enumerable.Range(0, 200).Select(IPv6)), "AllowIPv6(ulong upper, ulong lower) => global::PolicySdk.IpRangeTable.Find("),
        ["many-clients"] = (Clients(600), "MatchClients2IPv4("),
        ["many-choices"] = (Allow(Enumerable.Range(0, 300).Select(static i => $"{IPv4(i)}\", expires: {Day(i)}, note: \"x")), "Choose_1("),
        ["long-choice"] = (Allow(Enumerable.Range(0, 12).Select(static i => $"10.0.0.0/{30 - i}\", from: {Day(i)}, only-in: E{i % 5}, note: \"x")), "Choice_0("),
    };

    internal static IReadOnlyList<(string Path, string Text)> Files =>
        [.. ByName.Select(static form => ($"policies/{form.Key}.policy.yaml", $"policy: {form.Key}\n{form.Value.Policy}\n"))];

    private static string Allow(IEnumerable<string> addresses) => "allow:\n" + string.Concat(addresses.Select(static address => $"  - {{ip: \"{address}\"}}\n"));

    private static string Clients(int count) =>
        "clients:\n" + string.Concat(Enumerable.Range(0, count).Select(static i => $"  client-{i}: {{allow: [{IPv4(i)}, \"{IPv6(i)}\"]}}\n"));

    private static string IPv4(int index) => string.Create(CultureInfo.InvariantCulture, $"10.0.{index >> 7}.{2 * index & 255}");

    private static string IPv6(int index) => string.Create(CultureInfo.InvariantCulture, $"2001:db8:1:{index / 2:x}::{2 * index + 1:x}");

    private static string Day(int index) => new DateOnly(2026, 1, 1).AddDays(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
