namespace PolicySdk.Benchmarks;

/// <summary>The middleware and the endpoint of an application, called without a server.</summary>
internal sealed class Pipeline
{
    private readonly RequestDelegate _pipeline;
    private readonly DefaultHttpContext _listed;
    private readonly DefaultHttpContext _unlisted;

    internal Pipeline(Guard guard)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        guard.AddTo(builder.Services);
        var app = builder.Build();
        guard.Map(app);
        guard.Use(app);

        var pipeline = new ApplicationBuilder(app.Services);
        guard.Use(pipeline);
        pipeline.Run(static context => context.GetEndpoint()!.RequestDelegate!(context));
        _pipeline = pipeline.Build();

        var endpoint = ((IEndpointRouteBuilder)app).DataSources.Single().Endpoints.Single();
        _listed = Request(app.Services, endpoint, isListed: true);
        _unlisted = Request(app.Services, endpoint, isListed: false);
    }

    internal Task SendAsync(bool isListed) => _pipeline(isListed ? _listed : _unlisted);

    private static DefaultHttpContext Request(IServiceProvider services, Endpoint endpoint, bool isListed)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = isListed ? Addresses.Listed : Addresses.Unlisted;
        context.Response.Body = Stream.Null;
        context.SetEndpoint(endpoint);
        return context;
    }
}
