using System.Globalization;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>A policy for each form of generated code, and the text that shows the form.</summary>
internal static class FormPolicies
{
    internal static readonly IReadOnlyDictionary<string, (string Policy, string Mark)> ByName = new Dictionary<string, (string, string)>
    {
        ["constant"] = ("allow: [{ip: 192.0.2.1, except: [192.0.2.1]}]", "AllowIPv4(uint address) => None;"),
        ["single"] = ("allow: [10.0.0.0/24]", "unchecked(address - 0x0A000000) <= 0x000000FF ? 0 : None; // 10.0.0.0/24"),
        ["single-address"] = ("allow: [10.0.0.2, \"2001:db8:1::1\"]", "upper == 0x20010DB800010000 && lower == 0x0000000000000001 ? 1 : None; // 2001:db8:1::1"),
        ["single-64s"] = ("allow: [\"2001:db8::/48\"]", "unchecked(upper - 0x20010DB800000000) <= 0x000000000000FFFF ? 0 : None; // 2001:db8::/48"),
        ["single-across-halves"] = ("allow: [\"2001:db8:0:1::1-2001:db8:0:2::2\"]", "=> lower switch"),
        ["switch"] = (Allow(Enumerable.Range(0, 10).Select(IPv4)), "AllowIPv4(uint address) => address switch"),
        ["longest-switch"] = (Allow(Enumerable.Range(0, 16).Select(IPv4)), "AllowIPv4(uint address) => address switch"),
        ["smallest-buckets"] = (Allow(Enumerable.Range(0, 17).Select(IPv4)), "AllowIPv4(uint address) => global::PolicySdk.Matching.BucketIndex.Find("),
        ["most-buckets"] = (Allow(Enumerable.Range(0, 4096).Select(IPv4)), "AllowIPv4(uint address) => global::PolicySdk.Matching.BucketIndex.Find("),
        ["turned-buckets"] = (Allow(Enumerable.Range(0, 100).Reverse().Select(IPv4)), "RangeCode.Of(AllowIPv4Codes, global::PolicySdk.Matching.BucketIndex.Find("),
        ["shifted-buckets"] = (Allow(Enumerable.Range(0, 100).Select(IPv4).Prepend("192.0.2.1").Prepend("2001:db8::1")), "RangeCode.Of(AllowIPv4Codes, global::PolicySdk.Matching.BucketIndex.Find("),
        ["consecutive-from-one"] = (Allow(Enumerable.Range(0, 100).Select(IPv4).Prepend("2001:db8::1")), "RangeCode.Consecutive(1, global::PolicySdk.Matching.BucketIndex.Find("),
        ["dxr"] = (Allow(Enumerable.Range(0, 4097).Select(IPv4)), "AllowIPv4(uint address) => global::PolicySdk.Matching.Dxr.Find("),
        ["nested-switch"] = (Allow(["2001:db8::/48", .. Enumerable.Range(0, 12).Select(IPv6)]), "=> lower switch"),
        ["tree"] = (Allow(Enumerable.Range(0, 200).Select(static i => $"2001:db8:{i:x}::/48")), "AllowIPv6Keys, 0x20010DB800000000, upper)"),
        ["tree-of-addresses"] = (Allow(Enumerable.Range(0, 200).Select(IPv6)), "AllowIPv6Keys, AllowIPv6Lowers, 0x20010DB800010000, 0x0000000000000001, upper, lower)"),
        ["many-clients"] = (Clients(600), "GroupedRanges.Find(ClientsIPv4Groups"),
        ["long-list-among-many-clients"] = (Clients(300) + "  client-300:\n    allow:\n" + string.Concat(Enumerable.Range(0, 1100).Select(static i => $"      - 10.1.{i >> 7}.{2 * i & 255}\n")), "303 => Client300IPv4(address),"),
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
