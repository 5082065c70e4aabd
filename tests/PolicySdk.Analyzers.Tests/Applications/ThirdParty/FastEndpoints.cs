// Stand-in for the package FastEndpoints: endpoint classes found by reflection, mapped by one call.
namespace FastEndpoints
{
    public abstract class BaseEndpoint
    {
        public virtual void Configure()
        {
        }

        protected void Get(params string[] routePatterns)
        {
        }

        protected void Post(params string[] routePatterns)
        {
        }

        protected void AllowAnonymous()
        {
        }

        protected void Options(Action<RouteHandlerBuilder> options)
        {
        }
    }

    public abstract class Endpoint<TRequest, TResponse> : BaseEndpoint
        where TRequest : notnull
    {
        public TResponse Response { get; set; } = default!;

        public virtual Task HandleAsync(TRequest request, CancellationToken cancellation) => Task.CompletedTask;
    }

    public abstract class EndpointWithoutRequest<TResponse> : BaseEndpoint
    {
        public virtual Task HandleAsync(CancellationToken cancellation) => Task.CompletedTask;
    }

    public sealed class Config
    {
        public string? RoutePrefix { get; set; }
    }

    public static class MainExtensions
    {
        public static IServiceCollection AddFastEndpoints(this IServiceCollection services) => services;

        public static IEndpointRouteBuilder MapFastEndpoints(this IEndpointRouteBuilder app, Action<Config>? configAction = null) => app;
    }
}
