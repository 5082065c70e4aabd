// IEndpoint implementations registered by scanning and resolved from services, mapped on a group if there is one, as in vertical slice templates.
// The helper falls back to the application when it gets no group; its only call gives it one.
using System.Reflection;
using Booking.Api.Endpoints;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddIpPolicies();
builder.Services.AddEndpoints(Assembly.GetExecutingAssembly());

WebApplication app = builder.Build();

app.UseIpPolicies();

RouteGroupBuilder versionedGroup = app
    .MapGroup("api/v{version:int}")
    .RequireIpPolicy<IpPolicies.PartnerApi>();

app.MapEndpoints(versionedGroup);

await app.RunAsync();

//// file: Endpoints/IEndpoint.cs
namespace Booking.Api.Endpoints;

public interface IEndpoint
{
    void MapEndpoint(IEndpointRouteBuilder app);
}

//// file: Endpoints/EndpointExtensions.cs
using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Booking.Api.Endpoints;

public static class EndpointExtensions
{
    public static IServiceCollection AddEndpoints(this IServiceCollection services, Assembly assembly)
    {
        ServiceDescriptor[] serviceDescriptors = assembly
            .DefinedTypes
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IEndpoint)))
            .Select(type => ServiceDescriptor.Transient(typeof(IEndpoint), type))
            .ToArray();

        services.TryAddEnumerable(serviceDescriptors);

        return services;
    }

    public static IApplicationBuilder MapEndpoints(this WebApplication app, RouteGroupBuilder? routeGroupBuilder = null)
    {
        IEnumerable<IEndpoint> endpoints = app.Services.GetRequiredService<IEnumerable<IEndpoint>>();

        IEndpointRouteBuilder builder = routeGroupBuilder is null ? app : routeGroupBuilder;

        foreach (IEndpoint endpoint in endpoints)
        {
            endpoint.MapEndpoint(builder);
        }

        return app;
    }
}

//// file: Bookings/CreateBooking.cs
using Booking.Api.Endpoints;

namespace Booking.Api.Bookings;

internal sealed class CreateBooking : IEndpoint
{
    public sealed record Request(string Hotel, DateOnly From, DateOnly To);

    public void MapEndpoint(IEndpointRouteBuilder app)
    {
        app.MapPost("bookings", async (Request request, CancellationToken cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return Results.Ok(request.Hotel);
        })
        .WithTags("Bookings");
    }
}

//// file: Bookings/GetBooking.cs
using Booking.Api.Endpoints;

namespace Booking.Api.Bookings;

internal sealed class GetBooking : IEndpoint
{
    public void MapEndpoint(IEndpointRouteBuilder app) =>
        app.MapGet("bookings/{id:guid}", (Guid id) => Results.Ok(id)).WithName(nameof(GetBooking));
}
