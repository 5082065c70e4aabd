using System.Globalization;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Conformance.Tests.Generated;

/// <summary>Makes policies whose entries overlap, nest and lapse as often as possible: few addresses, few days, few environments.</summary>
internal static class RandomPolicies
{
    private const int Networks = 3;
    private const string Number = "#";

    private static readonly Gen<IpAddressValue[]> IPv4Ends = Gen.OneOf(
        Gen.UInt[0xC6336400, 0xC6336418].Array[2], Gen.UInt[0, 3].Array[2], Gen.UInt[uint.MaxValue - 3, uint.MaxValue].Array[2]).Select(static pair => pair.Select(IpAddressValue.IPv4).ToArray());

    private static readonly Gen<ulong> Lower = Gen.OneOf(Gen.ULong[0, 3], Gen.ULong[ulong.MaxValue - 2, ulong.MaxValue], Gen.Const(0x8000_0000_0000_0000));

    private static readonly Gen<IpAddressValue[]> IPv6Ends = Gen.OneOf(
        Ends(Gen.ULong[0x20010DB8_00000000, 0x20010DB8_00000003]), Ends(Gen.Const(0UL), Gen.ULong[0, 3]), Ends(Gen.ULong[ulong.MaxValue - 1, ulong.MaxValue]));

    private static readonly Gen<string> Range = Gen.Frequency((3, IPv4Ends), (2, IPv6Ends)).Select(static pair => $"ip: \"{new IpRange(pair.Min(), pair.Max())}\"");

    private static readonly Gen<string> Day = Gen.Int[10, 14].Select(static day => string.Create(CultureInfo.InvariantCulture, $"2026-05-{day}"));

    private static readonly Gen<string> Dates = Gen.Frequency(
        (5, Gen.Const("")),
        (1, Day.Select(static day => $", from: {day}")),
        (2, Day.Select(static day => $", expires: {day}")),
        (2, Gen.Select(Day, Day).Select(static days => string.CompareOrdinal(days.Item1, days.Item2) <= 0 ? $", from: {days.Item1}, expires: {days.Item2}" : $", from: {days.Item2}, expires: {days.Item1}")));

    private static readonly Gen<string> Environments = Gen.Frequency(
        (4, Gen.Const("")), (1, Gen.Const(", only-in: Development")), (1, Gen.Const(", only-in: [staging, Production]")), (1, Gen.Const(", only-in: [Development, Staging]")));

    private static readonly Gen<string> Off = Gen.Frequency((15, Gen.Const("")), (1, Gen.Const(", off: Not now")));

    private static readonly Gen<string> NetworksFile =
        Gen.Select(Entries(0, 2), Entries(1, 2), Entries(2, 2)).Select(static lists =>
            $"networks:\n{Network(0, lists.Item1)}{Network(1, lists.Item2)}{Network(2, lists.Item3)}");

    private static readonly Gen<string> PolicyFile =
        Gen.Select(Entries(Networks, 8), Entries(Networks, 4), Entries(Networks, 3), Entries(Networks, 2), Gen.Frequency((5, Gen.Const("")), (1, Day.Select(static day => $"mode: {{report-until: {day}}}\n"))))
            .Select(static parts => $"policy: p{Number}\n{parts.Item5}allow:\n{parts.Item1}clients:\n  one:\n    allow:\n{parts.Item2}  two:\n    allow:\n{parts.Item3}block:\n{parts.Item4}");

    /// <summary>The files of one policy with networks of its own.</summary>
    internal static readonly Gen<(string Networks, string Policy)> Files = Gen.Select(NetworksFile, PolicyFile);

    /// <summary>The files of many policies in one project.</summary>
    internal static IReadOnlyList<(string Path, string Text)> InOneProject(IEnumerable<(string Networks, string Policy)> files) =>
    [
        // A block that covers all is a mistake in a policy, and a case like any other here.
        ("policies/guardrails.yaml", "guardrails: {severity: {PSDK4006: warning}}\n"),
        .. files.SelectMany(static (file, i) => new[]
        {
            ($"policies/p{i}.networks.yaml", file.Networks.Replace(Number, i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
            ($"policies/p{i}.policy.yaml", file.Policy.Replace(Number, i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
        }),
    ];

    private static Gen<IpAddressValue[]> Ends(Gen<ulong> upper, Gen<ulong>? lower = null) =>
        Gen.Select(upper, lower ?? Lower).Select(static halves => IpAddressValue.IPv6(halves.Item1, halves.Item2)).Array[2];

    private static Gen<string> Entries(int networks, int most) =>
        Entry(networks, depth: 2).Array[1, most].Select(static entries => string.Concat(entries.Select(static entry => $"      - {entry}\n")));

    private static Gen<string> Entry(int networks, int depth) =>
        Gen.Select(Target(networks), Dates, Environments, Except(networks, depth), Off)
            .Select(static parts => $"{{{parts.Item1}{parts.Item2}{parts.Item3}{parts.Item4}{parts.Item5}}}");

    private static Gen<string> Target(int networks) =>
        networks == 0 ? Range : Gen.Frequency((4, Range), (1, Gen.Int[0, networks - 1].Select(static network => $"net: n{Number}-{network}")));

    private static Gen<string> Except(int networks, int depth) =>
        depth == 0 ? Gen.Const("") : Gen.Frequency((3, Gen.Const("")), (1, Entry(networks, depth - 1).Array[1, 2].Select(static entries => $", except: [{string.Join(", ", entries)}]")));

    private static string Network(int index, string entries) => $"  n{Number}-{index}:\n    addresses:\n{entries}";
}
