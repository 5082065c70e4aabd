using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using PolicySdk;
using PolicySdk.TestSupport;

namespace VendorApi.Tests;

/// <summary>A list of the size that large vendors publish decides like the platform's networks, at each border of each prefix.</summary>
public sealed class LargeListTests
{
    private const string File = "policies/large.policy.yaml";
    private const int FirstLine = 3;

    private static readonly IpPolicyConditions Now = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), "Production");

    [Fact]
    public void Five_thousand_prefixes_decide_as_their_networks_do()
    {
        var networks = RandomNetworks(new Random(5000)).Distinct().Take(5000).ToArray();
        var harness = GeneratorHarness.Run((File, Write(networks)));
        Assert.DoesNotContain(harness.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var policy = GeneratorHarness.Create(harness.Load(), "Large");
        var byFamily = networks.ToLookup(static network => network.BaseAddress.AddressFamily);
        var allowed = 0;
        var refused = 0;

        foreach (var address in networks.SelectMany(Borders))
        {
            var isListed = byFamily[address.AddressFamily].Any(network => network.Contains(address));
            var decision = policy.Evaluate(address, clientId: null, Now);

            Assert.True(decision.IsAllowed == isListed, $"{address}: {decision.Reason}, but listed is {isListed}.");
            Assert.True(!isListed || CoversIt(decision.Entry!, networks, address), $"{address}: {decision.Entry} does not cover it.");
            _ = isListed ? allowed++ : refused++;
        }

        // The borders are worth something only if many lie on either side.
        Assert.InRange(allowed, networks.Length * 2, networks.Length * 4);
        Assert.InRange(refused, networks.Length, networks.Length * 2);
    }

    private static bool CoversIt(IpPolicyEntry entry, IPNetwork[] networks, IPAddress address) =>
        entry.File == File && networks[entry.Line - FirstLine].Contains(address);

    private static string Write(IPNetwork[] networks)
    {
        var text = new StringBuilder("policy: large\nallow:\n");
        foreach (var network in networks)
        {
            text.Append(network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"  - \"{network}\"\n" : $"  - {network}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<IPNetwork> RandomNetworks(Random random)
    {
        while (true)
        {
            // A tenth is wide enough to swallow others; one in three is IPv6, below 2000::/3 as every address that is routed.
            var isIPv6 = random.Next(3) == 0;
            var bytes = new byte[isIPv6 ? 16 : 4];
            random.NextBytes(bytes);
            bytes[0] = isIPv6 ? (byte)(0x20 | (bytes[0] & 0x1F)) : (byte)(1 + (bytes[0] % 126));
            var isWide = random.Next(10) == 0;
            var length = (isIPv6, isWide) switch
            {
                (true, true) => random.Next(16, 32),
                (true, false) => random.Next(32, 129),
                (false, true) => random.Next(12, 17),
                (false, false) => random.Next(17, 33),
            };
            yield return new IPNetwork(Masked(bytes, length, ones: false), length);
        }
    }

    private static IEnumerable<IPAddress> Borders(IPNetwork network)
    {
        var first = network.BaseAddress;
        var last = Masked(first.GetAddressBytes(), network.PrefixLength, ones: true);
        return [first, last, Step(first, -1), Step(last, 1)];
    }

    private static IPAddress Masked(byte[] bytes, int length, bool ones)
    {
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            var mask = (byte)(0x80 >> (bit % 8));
            bytes[bit / 8] = ones ? (byte)(bytes[bit / 8] | mask) : (byte)(bytes[bit / 8] & ~mask);
        }

        return new IPAddress(bytes);
    }

    private static IPAddress Step(IPAddress address, int by)
    {
        var bytes = address.GetAddressBytes();
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)(bytes[i] + by);
            if (bytes[i] != (by > 0 ? 0 : 255))
            {
                break;
            }
        }

        return new IPAddress(bytes);
    }
}
