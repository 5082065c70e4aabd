using System.Net;
using BenchmarkDotNet.Attributes;
using PolicySdk.Benchmarks.Lists;

namespace PolicySdk.Benchmarks;

/// <summary>One decision by a list of a thousand addresses.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly List<IPNetwork> _networks = NetworkList.Read(Addresses.List);
    private readonly IpPolicy _policy = IpPolicy.Of<IpPolicies.Thousand>();
    private readonly IpPolicyConditions _conditions = IpPolicyConditions.Current();

    [ParamsAllValues]
    public bool IsListed { get; set; }

    private IPAddress Caller => IsListed ? Addresses.Listed : Addresses.Unlisted;

    [Benchmark(Baseline = true, Description = "List<IPNetwork>.Any")]
    public bool LinearList()
    {
        var caller = Caller;
        return _networks.Any(network => network.Contains(caller));
    }

    [Benchmark(Description = "Evaluate")]
    public bool Evaluate() => _policy.Evaluate(Caller, clientId: null, _conditions).IsAllowed;

    [Benchmark(Description = "Evaluate, now")]
    public bool EvaluateNow() => _policy.Evaluate(Caller).IsAllowed;
}
