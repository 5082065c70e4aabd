using PolicySdk.Addresses;
using PolicySdk.Yaml;

namespace PolicySdk.Expectations;

/// <summary>Addresses in a claim: as text, or by the name of a network; exactly one of <c>Addresses</c> and <c>Net</c> is there.</summary>
internal sealed record AddressTarget(TextRange Range, IpRange? Addresses, string? Net)
{
    internal string Text => Addresses is { } addresses ? addresses.ToString() : $"network '{Net}'";
}
