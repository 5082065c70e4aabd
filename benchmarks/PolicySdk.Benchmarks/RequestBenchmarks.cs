using BenchmarkDotNet.Attributes;

namespace PolicySdk.Benchmarks;

/// <summary>One request through what stands in front of an endpoint, without server and routing.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private readonly Pipeline _passThrough = new(Guard.PassThrough, isListed: true);
    private readonly Pipeline _allowed = new(Guard.PolicySdk, isListed: true);
    private readonly Pipeline _refused = new(Guard.PolicySdk, isListed: false);
    private readonly Pipeline _networkListAllowed = new(Guard.NetworkList, isListed: true);
    private readonly Pipeline _safelistAllowed = new(Guard.Safelist, isListed: true);

    [Benchmark(Baseline = true, Description = "pass-through")]
    public Task PassThrough() => _passThrough.SendAsync();

    [Benchmark(Description = "PolicySdk, allowed")]
    public Task Allowed() => _allowed.SendAsync();

    [Benchmark(Description = "PolicySdk, refused")]
    public Task Refused() => _refused.SendAsync();

    [Benchmark(Description = "List<IPNetwork>.Any, allowed")]
    public Task NetworkListAllowed() => _networkListAllowed.SendAsync();

    [Benchmark(Description = "documentation's safelist, allowed")]
    public Task SafelistAllowed() => _safelistAllowed.SendAsync();
}
