using BenchmarkDotNet.Attributes;

namespace PolicySdk.Benchmarks;

/// <summary>One request through what stands in front of an endpoint, without server and routing.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private readonly Pipeline _passThrough = new(Guard.PassThrough);
    private readonly Pipeline _policySdk = new(Guard.PolicySdk);
    private readonly Pipeline _safelist = new(Guard.Safelist);
    private readonly Pipeline _networkList = new(Guard.NetworkList);

    [Benchmark(Baseline = true, Description = "pass-through")]
    public Task PassThrough() => _passThrough.SendAsync(isListed: true);

    [Benchmark(Description = "PolicySdk, allowed")]
    public Task Allowed() => _policySdk.SendAsync(isListed: true);

    [Benchmark(Description = "PolicySdk, refused")]
    public Task Refused() => _policySdk.SendAsync(isListed: false);

    [Benchmark(Description = "documentation's safelist, allowed")]
    public Task SafelistAllowed() => _safelist.SendAsync(isListed: true);

    [Benchmark(Description = "documentation's safelist, refused")]
    public Task SafelistRefused() => _safelist.SendAsync(isListed: false);

    [Benchmark(Description = "List<IPNetwork>.Any, allowed")]
    public Task NetworkListAllowed() => _networkList.SendAsync(isListed: true);
}
