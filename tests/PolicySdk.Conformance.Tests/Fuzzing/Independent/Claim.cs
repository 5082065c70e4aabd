namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>A claim that all of a range is allowed, or none of it.</summary>
internal sealed record Claim(bool IsAllowed, AddressRange Addresses, string? Client, DateOnly? On, string Environment)
{
    private static readonly string[] Forms = ["allow", "deny", "within", "covers", "at-most", "same-as", "disjoint-from"];

    /// <summary>Reads those of the claims that speak of one address, prefix or range.</summary>
    internal static IReadOnlyList<Claim> ReadList(Node? node) => node is null ? [] : [.. node.ToList().Select(Read).OfType<Claim>()];

    private static Claim? Read(Node node)
    {
        var map = node.ToMap().WithOnly([.. Forms, "client", "on", "in", "family"]);
        NotUnderstoodException.ThrowIf(map.Values.Keys.Count(Forms.Contains) != 1 || (map["family"] is null == map["at-most"] is not null), "a claim of no known form");
        var (day, client, environment) = (map.Date("on"), map["client"]?.ToText(), map["in"]?.ToText() ?? "Production");
        return (map["allow"] ?? map["deny"]) is TextNode text && AddressRange.Parse(text.Text) is { } addresses ? new(map["allow"] is not null, addresses, client, day, environment) : null;
    }
}
