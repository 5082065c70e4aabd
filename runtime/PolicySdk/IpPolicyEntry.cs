using System.Globalization;

namespace PolicySdk;

/// <summary>One line of an allowlist, as it stands in a file under <c>policies/</c>.</summary>
/// <param name="List">The list it belongs to.</param>
/// <param name="ClientId">The client whose list it is in, or null.</param>
/// <param name="Text">The address, prefix or range in canonical text (RFC 5952 for IPv6).</param>
/// <param name="Network">The named network that the policy uses and that brings the entry, or null.</param>
/// <param name="Note">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Ticket">A reference, or null.</param>
/// <param name="From">The first day (UTC) on which it counts, or null.</param>
/// <param name="Expires">The last day (UTC) on which it counts, or null.</param>
/// <param name="OnlyIn">The environments in which it counts; empty means all.</param>
/// <param name="File">The file it stands in, relative to the project, with forward slashes.</param>
/// <param name="Line">The line it stands on, from 1.</param>
public sealed record IpPolicyEntry(
    IpPolicyList List,
    string? ClientId,
    string Text,
    string? Network,
    string? Note,
    string? Owner,
    string? Ticket,
    DateOnly? From,
    DateOnly? Expires,
    IReadOnlyList<string> OnlyIn,
    string File,
    int Line)
{
    /// <summary>The place of the entry: <c>policies/partner-api.policy.yaml:9</c>.</summary>
    public string Location => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
