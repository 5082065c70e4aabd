using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests;

/// <summary>An allowed request allocates nothing in this SDK, from the middleware to the endpoint.</summary>
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

    private static WebApplication Create(Action<IpPolicyOptions>? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddIpPolicies(options ?? (static _ => { }));
        return builder.Build();
    }

    // The least of many batches: what the runtime does once, it does in one of them.
    private static long Allocated(WebApplication app, string address, params object[] metadata)
    {
        var answered = 0;
        var pipeline = new ApplicationBuilder(app.Services);
        app.Services.GetServices<IStartupFilter>().Aggregate((Action<IApplicationBuilder>)Use, static (next, filter) => filter.Configure(next))(pipeline);
        var request = pipeline.Build();
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.SetEndpoint(new Endpoint(Answer, new EndpointMetadataCollection(metadata), "answer"));

        var least = long.MaxValue;
        for (var batch = 0; batch < Batches && least > 0; batch++)
        {
            least = Math.Min(least, AllocatedByBatch());
        }

        Assert.True(answered >= Requests);
        return least;

        static void Use(IApplicationBuilder pipeline)
        {
            pipeline.UseIpPolicies();
            pipeline.Run(static context => context.GetEndpoint()!.RequestDelegate!(context));
        }

        long AllocatedByBatch()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Requests; i++)
            {
                if (!request(context).IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("The request was not answered at once.");
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Task Answer(HttpContext caller)
        {
            answered++;
            return Task.CompletedTask;
        }
    }
}
