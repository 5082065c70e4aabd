// Endpoint classes of a package that finds them itself; the one call that maps them is made on a group with a policy.
// uses: FastEndpoints
using FastEndpoints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddFastEndpoints();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>().MapFastEndpoints(config => config.RoutePrefix = "v1");
app.Run();

public sealed record CreateUserRequest(string Name);

public sealed class CreateUser : Endpoint<CreateUserRequest, int>
{
    public override void Configure()
    {
        Post("/users");
        AllowAnonymous();
        Options(endpoint => endpoint.WithTags("Users").RequireIpPolicy<IpPolicies.Office>());
    }

    public override Task HandleAsync(CreateUserRequest request, CancellationToken cancellation)
    {
        Response = request.Name.Length;
        return Task.CompletedTask;
    }
}

public sealed class ListUsers : EndpointWithoutRequest<string[]>
{
    public override void Configure() => Get("/users");
}
