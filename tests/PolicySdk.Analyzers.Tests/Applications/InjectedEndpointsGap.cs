// IEndpoint implementations resolved from services and mapped on a group without a policy; some have one of their own.
using Booking.Api.Endpoints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddTransient<IEndpoint, CreateBooking>();
builder.Services.AddTransient<IEndpoint, GetBooking>();

WebApplication app = builder.Build();
app.UseIpPolicies();

RouteGroupBuilder versionedGroup = app.MapGroup("api/v1");
foreach (IEndpoint endpoint in app.Services.GetServices<IEndpoint>())
{
    endpoint.MapEndpoint(versionedGroup);
}

app.Run();

//// file: Endpoints.cs
namespace Booking.Api.Endpoints;

public interface IEndpoint
{
    void MapEndpoint(IEndpointRouteBuilder app);
}

internal sealed class CreateBooking : IEndpoint
{
    public void MapEndpoint(IEndpointRouteBuilder app)
    {
        app.MapPost("bookings", (string hotel) => Results.Ok(hotel)).RequireIpPolicy<IpPolicies.PartnerApi>();
    }
}

internal sealed class GetBooking : IEndpoint
{
    public void MapEndpoint(IEndpointRouteBuilder app) =>
        app.MapGet("bookings/{id:guid}", (Guid id) => Results.Ok(id)) //!! PSDK6001 MapGet
            .WithName(nameof(GetBooking));
}
