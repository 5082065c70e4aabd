// Stand-in for the package Hangfire.AspNetCore.
namespace Hangfire
{
    public sealed class DashboardOptions
    {
        public string AppPath { get; set; } = "/";
    }

    public interface IGlobalConfiguration
    {
        IGlobalConfiguration UseInMemoryStorage();
    }

    public static class RecurringJob
    {
        public static void AddOrUpdate(string recurringJobId, System.Linq.Expressions.Expression<Action> methodCall, string cronExpression)
        {
        }
    }

    public static class HangfireServiceCollectionExtensions
    {
        public static IServiceCollection AddHangfire(this IServiceCollection services, Action<IGlobalConfiguration> configuration) => services;

        public static IServiceCollection AddHangfireServer(this IServiceCollection services) => services;
    }

    public static class HangfireApplicationBuilderExtensions
    {
        public static IApplicationBuilder UseHangfireDashboard(this IApplicationBuilder app, string pathMatch = "/hangfire", DashboardOptions? options = null) => app;
    }

    public static class HangfireEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapHangfireDashboard(this IEndpointRouteBuilder endpoints, DashboardOptions? options = null) =>
            endpoints.MapGet("/hangfire", () => Results.Empty);

        public static IEndpointConventionBuilder MapHangfireDashboard(this IEndpointRouteBuilder endpoints, string pattern, DashboardOptions? options = null) =>
            endpoints.MapGet(pattern, () => Results.Empty);
    }
}
