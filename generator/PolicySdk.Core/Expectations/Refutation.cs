using PolicySdk.Addresses;

namespace PolicySdk.Expectations;

/// <summary>Why a claim does not hold.</summary>
/// <param name="Claim">What was claimed; null where it says nothing, or can't be decided.</param>
/// <param name="Fact">What contradicts it.</param>
/// <param name="Example">An address that does, or null.</param>
internal sealed record Refutation(string? Claim, string Fact, IpAddressValue? Example)
{
    /// <summary>Both, as the build says them.</summary>
    internal string Message => Claim is null ? Fact : $"Claimed: {Claim}. But {Fact}.";
}
