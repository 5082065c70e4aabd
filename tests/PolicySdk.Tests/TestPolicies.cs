using System.Runtime.CompilerServices;

namespace PolicySdk.Tests;

/// <summary>Policies in the shape of generated code, by hand: their answers are easy to check by reading.</summary>
internal static class TestPolicies
{
    /// <summary>The last day of what has one; see <see cref="TestApp.Start"/>.</summary>
    internal static readonly DateOnly LastDay = new(2030, 1, 15);

    [ModuleInitializer]
    internal static void Register() => IpPolicyRegistry.Add(static () => [IpPolicy.Of<Office>(), IpPolicy.Of<Partner>()]);

    /// <summary>Allows 127.0.0.0/28 and ::1, blocks 127.0.0.9.</summary>
    internal sealed class Office : TestPolicy
    {
        public override string Name => "office";

        protected override ReadOnlySpan<char> EntryTable =>
            "127.0.0.0/28\tAllow\t\toffice-london\tDesks\t\tNET-88\t\t\t\tpolicies/company.networks.yaml\t6\n"
            + "127.0.0.9\tBlock\t\t\tCompromised host\t\tSEC-77\t\t\t\tpolicies/office.policy.yaml\t9\n"
            + "::1\tAllow\t\t\tLoopback\t\t\t\t\t\t\t10";

        protected override int MatchIPv4(int list, uint address) => list switch
        {
            BlockList => address == 0x7F000009 ? 1 : None,
            AllowList or AnyoneList => address is >= 0x7F000000 and <= 0x7F00000F ? 0 : None,
            _ => None,
        };

        protected override int MatchIPv6(int list, ulong upper, ulong lower) => list switch
        {
            AllowList or AnyoneList => upper == 0 && lower == 1 ? 2 : None,
            _ => None,
        };
    }

    /// <summary>Allows 127.0.0.1 to everybody, 127.0.0.2 to acme, 127.0.0.3 to zenith.</summary>
    internal sealed class Partner : TestPolicy
    {
        public override string Name => "partner";

        protected override string[] CreateClientIds() => ["acme", "zenith"];

        protected override ReadOnlySpan<char> EntryTable =>
            "127.0.0.1\tAllow\t\t\t\t\t\t\t\t\tpolicies/partner.policy.yaml\t4\n"
            + "127.0.0.2\tClient\tacme\t\t\t\t\t\t\t\t\t7\n"
            + "127.0.0.3\tClient\tzenith\t\t\t\t\t\t\t\t\t9";

        protected override int MatchIPv4(int list, uint address) => (list, address) switch
        {
            (AllowList or AnyoneList, 0x7F000001) => 0,
            (FirstClientList or AnyoneList, 0x7F000002) => 1,
            (FirstClientList + 1 or AnyoneList, 0x7F000003) => 2,
            _ => None,
        };

        protected override int FindClient(string clientId) => clientId switch
        {
            "acme" => FirstClientList,
            "zenith" => FirstClientList + 1,
            _ => None,
        };
    }

    /// <summary>Allows nothing that a test can call from.</summary>
    internal sealed class Elsewhere : TestPolicy
    {
        public override string Name => "elsewhere";

        protected override int MatchIPv4(int list, uint address) => list is AllowList or AnyoneList && address == 0xC0000201 ? 0 : None;
    }

    /// <summary>As <see cref="Elsewhere"/>, but only reports until <see cref="LastDay"/>.</summary>
    internal sealed class Reporting : TestPolicy
    {
        public override string Name => "reporting";

        public override DateOnly? ReportUntil => LastDay;

        protected override int MatchIPv4(int list, uint address) => None;
    }

    /// <summary>Allows 127.0.0.1 until <see cref="LastDay"/>, and 127.0.0.2 in Development.</summary>
    internal sealed class Conditional : TestPolicy
    {
        public override string Name => "conditional";

        protected override ReadOnlySpan<char> EntryTable =>
            "127.0.0.1\tAllow\t\t\tVendor laptop\t\tINC-431\t\t2030-01-15\t\tpolicies/conditional.policy.yaml\t4\n"
            + "127.0.0.2\tAllow\t\t\t\t\t\t\t\tDevelopment\t\t5";

        protected override int MatchIPv4(int list, uint address) => list is not (AllowList or AnyoneList) ? None : address switch
        {
            0x7F000001 => list == AnyoneList ? 0 : Choice(0),
            0x7F000002 => list == AnyoneList ? 1 : Choice(1),
            _ => None,
        };

        protected override int Choose(int choice, in IpPolicyConditions now) => choice switch
        {
            0 => now.OnOrBefore(2030, 1, 15) ? 0 : Lapsed(0),
            1 => now.In("Development") ? 1 : Lapsed(1),
            _ => None,
        };
    }

    /// <summary>A policy whose file has an error, in report mode at that.</summary>
    internal sealed class Invalid : TestPolicy
    {
        public override string Name => "invalid";

        public override bool IsValid => false;

        public override DateOnly? ReportUntil => LastDay;

        protected override int MatchIPv4(int list, uint address) => list == BlockList ? None : 0;
    }

    /// <summary>A policy that fails to decide.</summary>
    internal sealed class Faulty : TestPolicy
    {
        public override string Name => "faulty";

        protected override int MatchIPv4(int list, uint address) => throw new FormatException("secret-of-the-matcher");
    }
}
