using System.Net;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Counts what deciding allocates on this thread.</summary>
internal static class NoAllocation
{
    private const int Rounds = 200;

    internal static void Assert(IpPolicy policy, IReadOnlyList<IPAddress> callers)
    {
        var conditions = new IpPolicyConditions(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "E1");
        Evaluate(policy, callers, conditions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            Evaluate(policy, callers, conditions);
        }

        Xunit.Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Evaluate(IpPolicy policy, IReadOnlyList<IPAddress> callers, IpPolicyConditions conditions)
    {
        LazyConditions known = new(conditions);
        for (var i = 0; i < callers.Count; i++)
        {
            policy.Evaluate(callers[i], null, conditions);
            policy.Evaluate(callers[i], "client-1", conditions);
            policy.EvaluateEarly(callers[i], ref known);
        }
    }
}
