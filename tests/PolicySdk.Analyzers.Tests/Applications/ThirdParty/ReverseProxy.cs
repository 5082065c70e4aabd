// Stand-in for the package Yarp.ReverseProxy.
namespace Microsoft.Extensions.DependencyInjection
{
    public interface IReverseProxyBuilder
    {
        IServiceCollection Services { get; }
    }

    internal sealed class ReverseProxyBuilder(IServiceCollection services) : IReverseProxyBuilder
    {
        public IServiceCollection Services { get; } = services;
    }

    public static class ReverseProxyServiceCollectionExtensions
    {
        public static IReverseProxyBuilder AddReverseProxy(this IServiceCollection services) => new ReverseProxyBuilder(services);

        public static IReverseProxyBuilder LoadFromConfig(this IReverseProxyBuilder builder, IConfiguration config) => builder;

        public static IReverseProxyBuilder AddTransforms(this IReverseProxyBuilder builder, Action<Yarp.ReverseProxy.Transforms.TransformBuilderContext> action) => builder;
    }
}

namespace Yarp.ReverseProxy.Transforms
{
    public sealed class RequestTransformContext
    {
        public HttpContext HttpContext { get; init; } = null!;

        public HttpRequestMessage ProxyRequest { get; init; } = null!;
    }

    public sealed class TransformBuilderContext;

    public static class TransformExtensions
    {
        public static TransformBuilderContext AddRequestTransform(this TransformBuilderContext context, Func<RequestTransformContext, ValueTask> func) => context;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class ReverseProxyConventionBuilder : IEndpointConventionBuilder
    {
        internal ReverseProxyConventionBuilder()
        {
        }

        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }

    public interface IReverseProxyApplicationBuilder : IApplicationBuilder;

    public static class ReverseProxyIEndpointRouteBuilderExtensions
    {
        public static ReverseProxyConventionBuilder MapReverseProxy(this IEndpointRouteBuilder endpoints) => new();

        public static ReverseProxyConventionBuilder MapReverseProxy(this IEndpointRouteBuilder endpoints, Action<IReverseProxyApplicationBuilder> configureApp) => new();

        public static IReverseProxyApplicationBuilder UseSessionAffinity(this IReverseProxyApplicationBuilder builder) => builder;

        public static IReverseProxyApplicationBuilder UseLoadBalancing(this IReverseProxyApplicationBuilder builder) => builder;
    }

    public static class DirectForwardingIEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapForwarder(this IEndpointRouteBuilder endpoints, string pattern, string destinationPrefix) =>
            new ReverseProxyConventionBuilder();
    }
}
