using System.Net;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>What decisions leave to the garbage collector: nothing.</summary>
internal static class AllocationGoals
{
    internal const string Clients = "partners";

    private const int Decisions = 10_000;

    /// <summary>A policy of clients with three addresses each.</summary>
    internal static string ClientsPolicy =>
        "policy: partners\nclients:\n" + string.Concat(Enumerable.Range(1, 64).Select(static i => $"  client-{i}:\n    allow: [192.0.2.{i}, 198.51.100.{i}, 203.0.113.{i}]\n"));

    internal static IEnumerable<Goal> Measure(CompiledLists compiled)
    {
        var prefixes = compiled.Policy(AddressList.NameOf(ListKind.Prefixes, 4_096));
        var wide = compiled.Policy(AddressList.NameOf(ListKind.WidePrefixes, 4_096));
        var clients = compiled.Policy(Clients);
        var (address, wideAddress) = (IPAddress.Parse(FirstOf(prefixes)), IPAddress.Parse(FirstOf(wide)));
        yield return Of("IPv4", () => prefixes.Evaluate(address));
        yield return Of("IPv4 in an IPv6 address", Mapped(prefixes, address));
        yield return Of("IPv6", () => wide.Evaluate(wideAddress));
        var caller = IPAddress.Parse("198.51.100.17");
        yield return Of("by client", () => clients.Evaluate(caller, "client-17"));
    }

    private static Func<IpPolicyDecision> Mapped(IpPolicy policy, IPAddress address)
    {
        var mapped = address.MapToIPv6();
        return () => policy.Evaluate(mapped);
    }

    private static string FirstOf(IpPolicy policy) => policy.Entries[0].Text.Split('/')[0];

    private static Goal Of(string what, Func<IpPolicyDecision> decide)
    {
        if (!decide().IsAllowed)
        {
            throw new InvalidOperationException($"A listed address is refused: {what}.");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Decisions; i++)
        {
            decide();
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Decisions;
        return new($"allocation, {what}", Goal.Text(bytes, "0.##") + " bytes", "", "", "0", bytes == 0);
    }
}
