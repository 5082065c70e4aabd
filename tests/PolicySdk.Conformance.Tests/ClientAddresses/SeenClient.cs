using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;

namespace PolicySdk.Conformance.Tests.ClientAddresses;

/// <summary>A policy that allows everybody, and remembers which client the enforcement asked about.</summary>
internal sealed class SeenClient : IpPolicy
{
    private static volatile IPAddress? _last;

    internal static IPAddress? Last
    {
        get => _last;
        set => _last = value;
    }

    public override string Name => "seen-client";

    public override string Revision => "";

    protected override ReadOnlySpan<char> EntryTable => "0.0.0.0/0\tAllow\t\t\t\t\t\t\t\t\tpolicies/seen-client.policy.yaml\t4";

    [ModuleInitializer]
    internal static void Register() => IpPolicyRegistry.Add(static () => [Of<SeenClient>()]);

    protected override string[] CreateClientIds() => [];

    protected override int MatchIPv4(int list, uint address)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return Remember(list, bytes);
    }

    protected override int MatchIPv6(int list, ulong upper, ulong lower)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, upper);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], lower);
        return Remember(list, bytes);
    }

    protected override int Choose(int choice, in IpPolicyConditions now) => None;

    protected override int FindClient(string clientId) => None;

    private static int Remember(int list, ReadOnlySpan<byte> bytes)
    {
        Last = new IPAddress(bytes);
        return list == BlockList ? None : 0;
    }
}
