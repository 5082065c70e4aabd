using System.Collections.Concurrent;
using System.Net;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;

namespace PolicySdk.Conformance.Tests.ClientAddresses;

/// <summary>A <c>client-address.yaml</c>, compiled by the generator and handed to the options by its one call.</summary>
internal static class ClientAddressFile
{
    private static readonly ConcurrentDictionary<string, Type> Compiled = new();

    /// <summary>The file that says what a case says.</summary>
    internal static string Of(ClientAddressCase c) => Of(c.Trusted, ClientAddressCase.ForwardedFor, c.ForwardLimit is { } limit ? $"limit: {limit}" : "");

    internal static string Of(IEnumerable<string> trust, string header, string last = "") =>
        $"client-address:\n  trust: [{string.Join(", ", trust.Select(static entry => $"'{Written(entry)}'"))}]\n  header: {header}\n  {last}\n";

    internal static Action<IpPolicyOptions> Use(string file)
    {
        var type = Compiled.GetOrAdd(file, static file => GeneratorHarness.Run(("policies/client-address.yaml", file)).Load().GetType("Sample.IpPolicies+ClientAddress", throwOnError: true)!);
        var use = typeof(IpPolicyOptions).GetMethod(nameof(IpPolicyOptions.UseClientAddress))!.MakeGenericMethod(type);
        return options => use.Invoke(options, null);
    }

    // PSDK2008 asks for it.
    private static string Written(string entry) => IPAddress.TryParse(entry, out var address) && address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : entry;
}
