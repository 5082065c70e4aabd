// Stand-in for the package Asp.Versioning.Http: its versioned builder is a group and a convention builder at once.
using Asp.Versioning.Builder;

namespace Asp.Versioning
{
    public sealed class ApiVersion(int major, int? minor = null)
    {
        public int Major { get; } = major;

        public int? Minor { get; } = minor;
    }

    public sealed class ApiVersioningOptions
    {
        public ApiVersion DefaultApiVersion { get; set; } = new(1, 0);

        public bool ReportApiVersions { get; set; }
    }

    public sealed class ApiVersionDescription(ApiVersion version, string groupName)
    {
        public ApiVersion ApiVersion { get; } = version;

        public string GroupName { get; } = groupName;
    }
}

namespace Asp.Versioning.Builder
{
    public interface IVersionedEndpointRouteBuilder : IEndpointRouteBuilder, IEndpointConventionBuilder;

    internal sealed class VersionedEndpointRouteBuilder(RouteGroupBuilder group) : IVersionedEndpointRouteBuilder
    {
        private readonly IEndpointRouteBuilder _routes = group;

        public IServiceProvider ServiceProvider => _routes.ServiceProvider;

        public ICollection<EndpointDataSource> DataSources => _routes.DataSources;

        public IApplicationBuilder CreateApplicationBuilder() => _routes.CreateApplicationBuilder();

        public void Add(Action<EndpointBuilder> convention) => ((IEndpointConventionBuilder)group).Add(convention);
    }

    public sealed class ApiVersionSet;

    public sealed class ApiVersionSetBuilder
    {
        public ApiVersionSetBuilder HasApiVersion(ApiVersion version) => this;

        public ApiVersionSetBuilder ReportApiVersions() => this;

        public ApiVersionSet Build() => new();
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IApiVersioningBuilder
    {
        IServiceCollection Services { get; }
    }

    internal sealed class ApiVersioningBuilder(IServiceCollection services) : IApiVersioningBuilder
    {
        public IServiceCollection Services { get; } = services;
    }

    public static class ApiVersioningServiceCollectionExtensions
    {
        public static IApiVersioningBuilder AddApiVersioning(this IServiceCollection services, Action<Asp.Versioning.ApiVersioningOptions>? configure = null) =>
            new ApiVersioningBuilder(services);
    }
}

namespace Microsoft.AspNetCore.Builder
{
    using Asp.Versioning;

    public static class ApiVersioningEndpointExtensions
    {
        public static IVersionedEndpointRouteBuilder NewVersionedApi(this IEndpointRouteBuilder builder, string? name = null) =>
            new VersionedEndpointRouteBuilder(builder.MapGroup(""));

        public static ApiVersionSetBuilder NewApiVersionSet(this IEndpointRouteBuilder endpoints, string? name = null) => new();

        public static IReadOnlyList<ApiVersionDescription> DescribeApiVersions(this IEndpointRouteBuilder endpoints) => [];

        public static TBuilder WithApiVersionSet<TBuilder>(this TBuilder builder, ApiVersionSet apiVersionSet)
            where TBuilder : IEndpointConventionBuilder => builder;

        public static TBuilder HasApiVersion<TBuilder>(this TBuilder builder, int majorVersion, int? minorVersion = null)
            where TBuilder : notnull, IEndpointConventionBuilder => builder;

        public static TBuilder HasApiVersion<TBuilder>(this TBuilder builder, double version)
            where TBuilder : notnull, IEndpointConventionBuilder => builder;

        public static TBuilder MapToApiVersion<TBuilder>(this TBuilder builder, double version)
            where TBuilder : notnull, IEndpointConventionBuilder => builder;

        public static TBuilder IsApiVersionNeutral<TBuilder>(this TBuilder builder)
            where TBuilder : notnull, IEndpointConventionBuilder => builder;
    }
}
