// Stand-in for the package Carter: it finds modules by reflection and gives them the builder.
namespace Carter
{
    public interface ICarterModule
    {
        void AddRoutes(IEndpointRouteBuilder app);
    }

    public abstract class CarterModule : ICarterModule
    {
        protected CarterModule()
        {
        }

        protected CarterModule(string basePath)
        {
        }

        public abstract void AddRoutes(IEndpointRouteBuilder app);

        public CarterModule RequireAuthorization(params string[] policyNames) => this;

        public CarterModule WithTags(params string[] tags) => this;
    }

    public static class CarterExtensions
    {
        public static IEndpointRouteBuilder MapCarter(this IEndpointRouteBuilder builder) => builder;

        public static IServiceCollection AddCarter(this IServiceCollection services) => services;
    }
}
