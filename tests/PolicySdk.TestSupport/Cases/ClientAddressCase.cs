using System.Text.Json;

namespace PolicySdk.TestSupport.Cases;

/// <summary>A line of <c>client_ip.jsonl</c>: a peer, what it sends, whom the application trusts, and who the client is.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Remote">The peer; null for one without an address.</param>
/// <param name="TrustedProxies">A list of entries, or <c>*</c>: anybody.</param>
/// <param name="Xff">The lines of <c>X-Forwarded-For</c>.</param>
/// <param name="Forwarded">The lines of <c>Forwarded</c>.</param>
/// <param name="ForwardLimit">How many proxies may stand in a row; null for any number.</param>
/// <param name="ExpectedClient">The client; null where the request, or the configuration, is refused.</param>
/// <param name="Reason">Why.</param>
/// <param name="SourceExpected">What the system that the case comes from answers.</param>
/// <param name="ClientIsTrustedProxy">Whether the client is a trusted proxy itself.</param>
internal sealed record ClientAddressCase(
    string Id,
    string? Remote,
    JsonElement TrustedProxies,
    IReadOnlyList<string>? Xff,
    IReadOnlyList<string>? Forwarded,
    int? ForwardLimit,
    string? ExpectedClient,
    string Reason,
    string? SourceExpected,
    bool ClientIsTrustedProxy)
{
    internal const string File = "client_ip.jsonl";

    internal const string ForwardedFor = "X-Forwarded-For";

    /// <summary>The lines of the request's header, in order.</summary>
    internal IReadOnlyList<string> HeaderLines =>
        [.. (Xff ?? []).Select(static value => $"{ForwardedFor}: {value}"), .. (Forwarded ?? []).Select(static value => $"Forwarded: {value}")];

    /// <summary>The entries; none where anybody is trusted.</summary>
    internal IReadOnlyList<string> Trusted =>
        TrustedProxies.ValueKind == JsonValueKind.Array ? [.. TrustedProxies.EnumerateArray().Select(static entry => entry.GetString()!)] : [];
}
