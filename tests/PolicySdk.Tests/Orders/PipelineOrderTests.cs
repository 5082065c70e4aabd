namespace PolicySdk.Tests.Orders;

/// <summary>In whatever order an application builds its pipeline, nobody gets through who must be refused.</summary>
public sealed class PipelineOrderTests
{
    [Fact]
    public void There_are_120_orders() => Assert.Equal(120, PipelineOrder.All.Select(static order => order.ToString()).Distinct().Count());

    [Theory]
    [InlineData(Proxy.Named)]
    [InlineData(Proxy.ByHand)]
    public async Task Whoever_must_be_refused_never_gets_through(Proxy proxy)
    {
        using var callers = new Connections(proxy);
        var wrong = new List<string>();
        foreach (var order in PipelineOrder.All)
        {
            await using var app = await OrderedApp.StartAsync(order, proxy);
            foreach (var target in Target.All)
            {
                foreach (var caller in Caller.All)
                {
                    wrong.AddRange(await CheckAsync(app, order, target, caller, callers));
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The orders that the documentation asks for.</summary>
    [Fact]
    public void In_the_recommended_orders_everybody_gets_through_who_may() => Assert.Equal(
        [
            "Routing, ForwardedHeaders, Policies, Authentication, Authorization, Endpoints",
            "ForwardedHeaders, Routing, Policies, Authentication, Authorization, Endpoints",
        ],
        PipelineOrder.All
            .Where(static order => order.Has(Step.ForwardedHeaders, Step.Policies, Step.Authentication) && order.Has(Step.Routing, Step.Policies))
            .Where(static order => Target.All.Where(static target => !target.Path.StartsWith("/short", StringComparison.Ordinal)).All(target => target.IsReached(order, "127.0.0.2", isBehindProxy: true)))
            .Select(static order => order.ToString()));

    private static async Task<IEnumerable<string>> CheckAsync(OrderedApp app, PipelineOrder order, Target target, Caller caller, Connections connections)
    {
        var before = app.Runs;
        var isAnswered = await connections.StatusAsync(app.Url, target.Path, caller) == 200;
        var address = caller.Address(connections.Proxy);
        var mayEnter = target.Allows(address, caller.Client);
        var enters = mayEnter && target.IsReached(order, address, caller.IsBehindProxy);
        return isAnswered == enters && app.Runs - before == (enters ? 1 : 0)
            ? []
            : [$"{order}: {target.Path} for {caller}, answered: {isAnswered}, ran: {app.Runs - before}, may enter: {mayEnter}"];
    }

    /// <summary>The connections of all callers.</summary>
    private sealed class Connections(Proxy proxy) : IDisposable
    {
        private readonly Dictionary<string, TestCaller> _callers =
            Caller.All.Select(caller => caller.Connection(proxy)).Distinct().ToDictionary(static from => from, static from => new TestCaller(from));

        internal Proxy Proxy => proxy;

        internal Task<int> StatusAsync(Uri server, string path, Caller caller)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(HeaderAuthentication.Header, caller.Client);
            if (caller.ForwardedFor is { } forwardedFor)
            {
                request.Headers.Add("X-Forwarded-For", forwardedFor);
            }

            return _callers[caller.Connection(proxy)].StatusAsync(server, request);
        }

        public void Dispose()
        {
            foreach (var caller in _callers.Values)
            {
                caller.Dispose();
            }
        }
    }
}
