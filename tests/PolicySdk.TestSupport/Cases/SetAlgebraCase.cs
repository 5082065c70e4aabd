using System.Text.Json;

namespace PolicySdk.TestSupport.Cases;

/// <summary>A line of <c>set_algebra.jsonl</c>: entries that are united, or operations in order, and the prefixes that result.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Entries">The entries of a union; null when there are operations.</param>
/// <param name="Ops">Pairs of <c>add</c>, <c>remove</c> or <c>intersect</c> and an entry or a list of entries; null for a union.</param>
/// <param name="Merged">The fewest prefixes that hold the result, sorted, IPv4 first.</param>
internal sealed record SetAlgebraCase(
    string Id, IReadOnlyList<string>? Entries, IReadOnlyList<JsonElement[]>? Ops, IReadOnlyList<string> Merged)
{
    internal const string File = "set_algebra.jsonl";

    internal IEnumerable<(string Name, IReadOnlyList<string> Entries)> Steps =>
        Ops is null ? [("add", Entries ?? [])] : Ops.Select(static op => (op[0].GetString() ?? "", Texts(op[1])));

    private static IReadOnlyList<string> Texts(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Array
            ? [.. operand.EnumerateArray().Select(static item => item.GetString() ?? "")]
            : [operand.GetString() ?? ""];
}
