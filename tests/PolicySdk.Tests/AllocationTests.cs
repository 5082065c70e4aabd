using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests;

/// <summary>An allowed request allocates nothing in this SDK, from the start of the pipeline to the endpoint.</summary>
public sealed class AllocationTests
{
    private const int Batches = 50;
    private const int Requests = 1_000;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::1")]
    public async Task An_address_of_the_list(string address)
    {
        await using var app = Create();

        Assert.Equal(0, Allocated(app, address, new RequireIpPolicyAttribute<TestPolicies.Office>()));
    }

    [Fact]
    public async Task An_address_of_the_client()
    {
        await using var app = Create(static options => options.ClientId = static _ => "acme");

        Assert.Equal(0, Allocated(app, "127.0.0.2", new RequireIpPolicyAttribute<TestPolicies.Partner>()));
    }

    [Fact]
    public async Task Several_policies()
    {
        await using var app = Create();

        Assert.Equal(0, Allocated(app, "127.0.0.1", new RequireIpPolicyAttribute<TestPolicies.Office>(), new RequireIpPolicyAttribute<TestPolicies.Partner>()));
    }

    [Fact]
    public async Task An_entry_that_counts_in_this_environment()
    {
        await using var app = Create();

        Assert.Equal(0, Allocated(app, "127.0.0.1", new RequireIpPolicyAttribute<TestPolicies.Conditional>()));
    }

    [Fact]
    public async Task An_open_endpoint()
    {
        await using var app = Create();

        Assert.Equal(0, Allocated(app, "127.0.0.9", new AllowAnyAddressAttribute("a test")));
    }

    [Fact]
    public async Task Counted_by_a_listener()
    {
        await using var app = Create();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PolicySdk")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        var count = 0;
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => count++);
        listener.Start();

        Assert.Equal(0, Allocated(app, "127.0.0.1", new RequireIpPolicyAttribute<TestPolicies.Office>()));
        Assert.True(count >= Requests);
    }

    [Fact]
    public async Task Routing_to_a_guarded_endpoint_allocates_what_it_does_without_a_guard()
    {
        await using var guarded = Create();
        guarded.MapGet("/prices", static (HttpContext _) => Task.CompletedTask).RequireIpPolicy<TestPolicies.Office>();
        await using var plain = WebApplication.CreateSlimBuilder().Build();
        plain.MapGet("/prices", static (HttpContext _) => Task.CompletedTask);

        Assert.Equal(AllocatedByRouting(plain, static _ => { }), AllocatedByRouting(guarded, static pipeline => pipeline.UseIpPolicies()));
    }

    private static WebApplication Create(Action<IpPolicyOptions>? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddIpPolicies(options ?? (static _ => { }));
        return builder.Build();
    }

    private static long Allocated(WebApplication app, string address, params object[] metadata)
    {
        var context = CreateContext(app.Services, address);
        context.SetEndpoint(new Endpoint(static _ => Task.CompletedTask, new EndpointMetadataCollection(metadata), "answer"));
        var request = CreatePipeline(app, static pipeline =>
        {
            pipeline.UseIpPolicies();
            pipeline.Run(static context => context.GetEndpoint()!.RequestDelegate!(context));
        });

        return Allocated(() => request(context));
    }

    private static long AllocatedByRouting(WebApplication app, Action<IApplicationBuilder> use)
    {
        var context = CreateContext(new Unmade(), "127.0.0.1");
        (context.Request.Method, context.Request.Path) = ("GET", "/prices");
        var request = CreatePipeline(app, pipeline =>
        {
            pipeline.Properties["__EndpointRouteBuilder"] = app;
            pipeline.UseRouting();
            use(pipeline);
            pipeline.UseEndpoints(static _ => { });
        });

        return Allocated(() =>
        {
            context.Features.Get<IEndpointFeature>()?.Endpoint = null;
            return request(context);
        });
    }

    private static RequestDelegate CreatePipeline(WebApplication app, Action<IApplicationBuilder> use)
    {
        var pipeline = new ApplicationBuilder(app.Services);
        app.Services.GetServices<IStartupFilter>().Aggregate(use, static (next, filter) => filter.Configure(next))(pipeline);
        return pipeline.Build();
    }

    private static DefaultHttpContext CreateContext(IServiceProvider services, string address) =>
        new() { RequestServices = services, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    // The least of many batches: what the runtime does once, it does in one of them.
    private static long Allocated(Func<Task> request)
    {
        var least = long.MaxValue;
        for (var batch = 0; batch < Batches && least > 0; batch++)
        {
            least = Math.Min(least, AllocatedByBatch());
        }

        return least;

        long AllocatedByBatch()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Requests; i++)
            {
                if (!request().IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("The request was not answered at once.");
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>The services of a request, which are made at a cost when somebody asks for them.</summary>
    private sealed class Unmade : IServiceProvider
    {
        public object? GetService(Type serviceType) => throw new InvalidOperationException("The services of the request were asked for.");
    }
}
