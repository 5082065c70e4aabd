using System.Net;

namespace PolicySdk.Benchmarks;

/// <summary>Who calls.</summary>
internal static class Addresses
{
    /// <summary>In the middle of the list.</summary>
    internal static readonly IPAddress Listed = IPAddress.Parse("127.0.0.1");

    internal static readonly IPAddress Unlisted = IPAddress.Parse("127.0.0.9");

    /// <summary>The list as others take it: the entries of the policy, one address each.</summary>
    internal static IReadOnlyList<string> List => [.. IpPolicy.Of<IpPolicies.Thousand>().Entries.Select(static entry => entry.Text)];
}
