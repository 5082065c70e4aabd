namespace PolicySdk.Benchmarks;

/// <summary>The middleware and the endpoint of an application, called without a server.</summary>
internal sealed class Pipeline
{
    private readonly RequestDelegate _pipeline;
    private readonly DefaultHttpContext _context;

    internal Pipeline(Guard guard, bool isListed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        guard.AddTo(builder.Services);
        var app = builder.Build();
        guard.Map(app);

        // Services that are first in a pipeline join it as the host does it.
        var pipeline = new ApplicationBuilder(app.Services);
        app.Services.GetServices<IStartupFilter>().Aggregate((Action<IApplicationBuilder>)Use, static (next, filter) => filter.Configure(next))(pipeline);
        _pipeline = pipeline.Build();

        _context = new DefaultHttpContext { RequestServices = app.Services };
        _context.Connection.RemoteIpAddress = isListed ? Addresses.Listed : Addresses.Unlisted;
        _context.Response.Body = Stream.Null;
        _context.SetEndpoint(((IEndpointRouteBuilder)app).DataSources.Single().Endpoints[0]);
        Probe(isListed);

        void Use(IApplicationBuilder own)
        {
            guard.Use(own);
            own.Run(static context => context.GetEndpoint()!.RequestDelegate!(context));
        }
    }

    internal Task SendAsync() => _pipeline(_context);

    // A benchmark of the wrong answer is worse than none.
    private void Probe(bool isListed)
    {
        SendAsync().GetAwaiter().GetResult();
        if (isListed != (_context.Response.StatusCode == StatusCodes.Status200OK))
        {
            throw new InvalidOperationException($"Answered {_context.Response.StatusCode}.");
        }
    }
}
