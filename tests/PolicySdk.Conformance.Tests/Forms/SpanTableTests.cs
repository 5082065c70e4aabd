using PolicySdk.Addresses;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>A list too long for literals is compiled to spans.</summary>
public sealed class SpanTableTests
{
    // Two segments an entry, and one before the first: just over what literals hold.
    private const int Entries = 131_072;

    [Fact]
    public void Compiles_matches_rightly_and_allocates_nothing()
    {
        var policy = PlanCompilation.Allow("Huge", [.. Enumerable.Range(1, Entries).Select(static i => Single(IpAddressValue.IPv4((uint)(3 * i))))]);
        var compiled = GeneratorHarness.Create(PlanCompilation.Load([policy]), "Huge");
        var now = new IpPolicyConditions(DateTimeOffset.UnixEpoch, "Production");

        Assert.Equal((2 * Entries) + 1, policy.Model.Plan.Allow.IPv4.Count);
        for (var i = 0; i < 3 * (Entries + 2); i++)
        {
            var isListed = i % 3 == 0 && i > 0 && i <= 3 * Entries;
            Assert.Equal(isListed, compiled.Evaluate(Comparison.ToIPAddress(IpAddressValue.IPv4((uint)i)), null, now).IsAllowed);
        }

        NoAllocation.Assert(compiled, [new([0, 0, 0, 3]), new([0, 0, 0, 4]), new([255, 255, 255, 255])]);
    }

    private static IpRange Single(IpAddressValue address) => new(address, address);
}
