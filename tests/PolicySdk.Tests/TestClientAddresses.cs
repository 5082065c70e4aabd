using System.Buffers.Binary;
using System.Net;

namespace PolicySdk.Tests;

/// <summary>Client addresses in the shape of generated code, by hand.</summary>
internal static class TestClientAddresses
{
    /// <summary>Trusts 127.0.0.1 and ::1, which are in the list of <see cref="TestPolicies.Office"/> as well.</summary>
    internal sealed class Loopback : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["127.0.0.1/32", "::1/128"];
    }

    /// <summary>As <see cref="Loopback"/>, by another header.</summary>
    internal sealed class OtherHeader : TestClientAddress
    {
        public override string HeaderName => "X-Edge-Client";

        protected override string[] CreateTrustedProxies() => ["127.0.0.1/32"];
    }

    /// <summary>Trusts 127.0.0.0 to 127.0.0.3, in any number.</summary>
    internal sealed class Chain : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["127.0.0.0/30"];
    }

    /// <summary>As <see cref="Chain"/>, two in a row.</summary>
    internal sealed class ShortChain : TestClientAddress
    {
        public override int? Limit => 2;

        protected override string[] CreateTrustedProxies() => ["127.0.0.0/30"];
    }

    /// <summary>Prefixes of both families and of many lengths, no IPv4-mapped addresses among them.</summary>
    internal sealed class Mixed : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["10.0.0.0/8", "192.0.2.7/32", "2001:db8:1::/48", "2001:db8:2::7/128", "fe80::/10"];
    }

    /// <summary>All of IPv4.</summary>
    internal sealed class AllIPv4 : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["0.0.0.0/0"];
    }

    /// <summary>All of IPv4 but its last address.</summary>
    internal sealed class AlmostAllIPv4 : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => [.. Enumerable.Range(1, 32).Select(static length => $"{First(length)}/{length}")];

        // 0.0.0.0/1, 128.0.0.0/2, 192.0.0.0/3
        private static IPAddress First(int length)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(ulong.MaxValue << (33 - length)));
            return new(bytes);
        }
    }

    /// <summary>All of IPv6.</summary>
    internal sealed class AllIPv6 : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["::/0"];
    }

    /// <summary>IPv4-mapped addresses, which no caller has.</summary>
    internal sealed class Mapped : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["::ffff:127.0.0.0/104"];
    }

    /// <summary>What stands for a file with an error.</summary>
    internal sealed class Invalid : TestClientAddress
    {
        public override bool IsValid => false;

        protected override string[] CreateTrustedProxies() => ["127.0.0.1/32"];
    }

    /// <summary>Trusts nobody.</summary>
    internal sealed class Empty : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => [];
    }

    /// <summary>Trusts what its one test says.</summary>
    internal sealed class Reloaded : TestClientAddress
    {
        internal static string[] Proxies { get; set; } = [];

        protected override string[] CreateTrustedProxies() => Proxies;
    }
}
