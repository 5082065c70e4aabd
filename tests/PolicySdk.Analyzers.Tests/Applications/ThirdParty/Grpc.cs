// Stand-in for the packages Grpc.AspNetCore and Grpc.AspNetCore.Server.Reflection.
namespace Grpc.Core
{
    public abstract class ServerCallContext
    {
        public string Peer => string.Empty;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
    {
        public Type BindType { get; } = bindType;

        public string BindMethodName { get; } = bindMethodName;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IGrpcServerBuilder
    {
        IServiceCollection Services { get; }
    }

    internal sealed class GrpcServerBuilder(IServiceCollection services) : IGrpcServerBuilder
    {
        public IServiceCollection Services { get; } = services;
    }

    public static class GrpcServicesExtensions
    {
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services) => new GrpcServerBuilder(services);

        public static IServiceCollection AddGrpcReflection(this IServiceCollection services) => services;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
    {
        internal GrpcServiceEndpointConventionBuilder()
        {
        }

        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }

    public static class GrpcEndpointRouteBuilderExtensions
    {
        public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
            where TService : class => new();
    }

    public static class GrpcReflectionEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder) =>
            new GrpcServiceEndpointConventionBuilder();
    }

    public static class GrpcWebApplicationBuilderExtensions
    {
        public static IApplicationBuilder UseGrpcWeb(this IApplicationBuilder builder) => builder;

        public static TBuilder EnableGrpcWeb<TBuilder>(this TBuilder builder)
            where TBuilder : IEndpointConventionBuilder => builder;
    }
}
