using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>What the guardrails say of who may be let in.</summary>
internal sealed record GuardrailsText(int? WidestIPv4, int? WidestIPv6, IReadOnlyList<AddressRange> Never)
{
    internal static readonly GuardrailsText None = new(null, null, []);

    internal static GuardrailsText Read(string text)
    {
        var file = NodeReader.Read(text).ToMap().WithOnly("guardrails");
        var limits = (file["guardrails"] ?? throw new NotUnderstoodException("no guardrails")).ToMap()
            .WithOnly("widest", "require", "ticket", "expiry", "review", "never", "waivers", "report", "unprotected-endpoints", "severity");
        var widest = limits["widest"]?.ToMap().WithOnly("v4", "v6");
        _ = (limits["expiry"]?.ToMap().WithOnly("warn", "longest"), limits["waivers"]?.ToMap().WithOnly("longest"), limits["report"]?.ToMap().WithOnly("longest"), limits["severity"]?.ToMap(), limits["require"]?.ToList());
        return new(ReadLength(widest?["v4"]), ReadLength(widest?["v6"]), [.. Entry.ReadList(limits["never"]).Select(ReadNever)]);
    }

    /// <summary>Whether an entry lets in an address that it may not, as far as its own waivers go.</summary>
    internal bool Forbids(Entry entry, AddressRange range, Address address) =>
        (range.IsWholeFamily && !entry.Waives(Entry.WorldOpen))
        || (!entry.Waives(Entry.OutsideGuardrails) && ((Widest(range) is { } length && range.IsWiderThan(length)) || Never.Any(never => never.Contains(address))));

    private int? Widest(AddressRange range) => range.First.IsIPv4 ? WidestIPv4 : WidestIPv6;

    private static int? ReadLength(Node? node) =>
        node is null ? null
        : int.TryParse(node.ToText(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= 128 ? length
        : throw new NotUnderstoodException("no prefix length");

    private static AddressRange ReadNever(Entry entry) =>
        entry is { Except.Count: 0, From: null, Expires: null, OnlyIn.Count: 0, IsOff: false, Addresses: { } addresses } ? addresses : throw new NotUnderstoodException("an address that is sometimes never allowed");
}
