using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Expectations;

/// <summary>What an expectation claims.</summary>
internal enum ExpectationKind
{
    Allow,
    Deny,
    Within,
    Covers,
    AtMost,
    SameAs,
    DisjointFrom,
}

/// <summary>A claim of a policy about what it enforces.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Range">Where the claim's value stands.</param>
/// <param name="Targets">The addresses that it speaks of.</param>
/// <param name="Most">The number of an <c>at-most</c>.</param>
/// <param name="Family">The family of an <c>at-most</c>.</param>
/// <param name="Policy">The policy that this one is compared with.</param>
/// <param name="Client">The client that it speaks of, or null.</param>
/// <param name="ClientRange">Where that client stands.</param>
/// <param name="On">The day that it speaks of, or null for every day.</param>
/// <param name="Environment">The environment that it speaks of.</param>
internal sealed record Expectation(
    ExpectationKind Kind,
    TextRange Range,
    EquatableArray<AddressTarget> Targets,
    BigInteger Most,
    IpAddressFamily Family,
    string? Policy,
    string? Client,
    TextRange ClientRange,
    CalendarDate? On,
    string Environment)
{
    internal const string DefaultEnvironment = "Production";

    internal bool IsComparison => Policy is not null;
}
