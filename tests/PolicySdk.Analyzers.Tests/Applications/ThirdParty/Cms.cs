// Stand-ins for frameworks that call back with a builder: a content system's modules, its endpoint callbacks, a framework's options.
namespace Cms.Modules
{
    public abstract class ModuleStartup
    {
        public virtual int Order => 0;

        public virtual void ConfigureServices(IServiceCollection services)
        {
        }

        public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        {
        }
    }

    public static class CmsServiceCollectionExtensions
    {
        public static IServiceCollection AddCms(this IServiceCollection services) => services;

        public static IApplicationBuilder UseCms(this IApplicationBuilder app) => app;
    }
}

namespace Cms.Web
{
    public interface ICmsEndpointContext
    {
        IEndpointRouteBuilder EndpointRouteBuilder { get; }

        IApplicationBuilder AppBuilder { get; }
    }

    public sealed class CmsEndpointRouterOptions
    {
        public List<Action<ICmsEndpointContext>> EndpointConfigureActions { get; } = [];
    }

    public static class CmsApplicationBuilderExtensions
    {
        public static IApplicationBuilder WithEndpoints(this IApplicationBuilder app, Action<ICmsEndpointContext> configure) => app;
    }
}
