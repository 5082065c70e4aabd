namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>An entry as its file says it: an address or the name of a network, and when it counts.</summary>
internal sealed record Entry(
    AddressRange? Addresses,
    string? Net,
    IReadOnlyList<Entry> Except,
    DateOnly? From,
    DateOnly? Expires,
    IReadOnlyList<string> OnlyIn,
    bool IsOff,
    IReadOnlyList<(string Rule, DateOnly Until)> Waivers)
{
    internal const string WorldOpen = "PSDK2006";
    internal const string OutsideGuardrails = "PSDK2007";
    internal const string TrustedProxy = "PSDK7002";

    private static readonly string[] Keys = ["ip", "net", "except", "note", "owner", "ticket", "from", "expires", "reviewed", "only-in", "off", "waive"];

    /// <summary>Reads a list, if it is there.</summary>
    internal static IReadOnlyList<Entry> ReadList(Node? node) => node is null ? [] : [.. node.ToList().Select(Read)];

    internal bool Waives(string rule) => Waivers.Any(waiver => waiver.Rule == rule);

    /// <summary>Whether it is a day on which it counts, in an environment in which it does. A waiver that lets somebody in ends with its last day.</summary>
    internal bool IsInForce(DateOnly day, string environment, bool letsIn) =>
        !IsOff && (From is not { } from || from <= day) && (Expires is not { } expires || day <= expires)
        && (OnlyIn.Count == 0 || OnlyIn.Contains(environment, StringComparer.OrdinalIgnoreCase))
        && (!letsIn || Waivers.All(waiver => waiver.Rule is not (WorldOpen or OutsideGuardrails or TrustedProxy) || day <= waiver.Until));

    /// <summary>It and all that is subtracted from it, whether switched off or not.</summary>
    internal IEnumerable<Entry> WithExceptions() => Except.SelectMany(static entry => entry.WithExceptions()).Prepend(this);

    private static Entry Read(Node node)
    {
        if (node is TextNode)
        {
            return new(ReadAddresses(node), null, [], null, null, [], false, []);
        }

        var map = node.ToMap().WithOnly(Keys);
        NotUnderstoodException.ThrowIf(map["ip"] is null == map["net"] is null, "an entry with both ip and net, or neither");
        _ = (map.Text("note"), map.Text("owner"), map.Text("ticket"), map.Date("reviewed"));
        var entry = new Entry(
            map["ip"] is { } ip ? ReadAddresses(ip) : null,
            map["net"]?.ToText(),
            ReadList(map["except"]),
            map.Date("from"),
            map.Date("expires"),
            ReadNames(map["only-in"]),
            map.Text("off") is not null,
            ReadWaivers(map["waive"]));
        NotUnderstoodException.ThrowIf(entry.From > entry.Expires, "an entry that ends before it starts");
        return entry;
    }

    internal static AddressRange ReadAddresses(Node node) =>
        node is TextNode { IsBlock: false } text && !(text.IsPlain && text.Text.EndsWith(':')) && AddressRange.Parse(text.Text) is { } range
            ? range
            : throw new NotUnderstoodException("no address");

    private static IReadOnlyList<string> ReadNames(Node? node) =>
        node switch
        {
            null => [],
            ListNode list => [.. list.ToList().Select(static name => name.ToText())],
            _ => [node.ToText()],
        };

    private static IReadOnlyList<(string Rule, DateOnly Until)> ReadWaivers(Node? node) =>
        node switch
        {
            null => [],
            ListNode list => [.. list.ToList().Select(ReadWaiver)],
            _ => [ReadWaiver(node)],
        };

    private static (string Rule, DateOnly Until) ReadWaiver(Node node)
    {
        var map = node.ToMap().WithOnly("rule", "reason", "until");
        NotUnderstoodException.ThrowIf(map.Values.Count != 3 || map.Text("reason") is null, "a waiver that says too little");
        return (map["rule"]!.ToText(), map.Date("until")!.Value);
    }
}
