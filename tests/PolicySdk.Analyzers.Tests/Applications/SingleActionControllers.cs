// Controllers of one action, derived from nested generic bases of a package, as in Ardalis' API endpoints.
// uses: ApiEndpoints
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapControllers();
app.Run();

//// file: Authors/Create.cs
using Ardalis.ApiEndpoints;
using Microsoft.AspNetCore.Mvc;

namespace Authors;

public class Create : EndpointBaseAsync
    .WithRequest<CreateAuthorCommand>
    .WithActionResult<CreateAuthorResult>
{
    [HttpPost("/authors")]
    [RequireIpPolicy<IpPolicies.Office>]
    public override async Task<ActionResult<CreateAuthorResult>> HandleAsync([FromBody] CreateAuthorCommand request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return new CreateAuthorResult(request.Name);
    }
}

public sealed record CreateAuthorCommand(string Name);

public sealed record CreateAuthorResult(string Name);

//// file: Authors/List.cs
using Ardalis.ApiEndpoints;
using Microsoft.AspNetCore.Mvc;

namespace Authors;

[RequireIpPolicy<IpPolicies.PartnerApi>]
public class List : EndpointBaseAsync.WithoutRequest.WithResult<string[]>
{
    [HttpGet("/authors")]
    public override Task<string[]> HandleAsync(CancellationToken cancellationToken = default) => Task.FromResult(Array.Empty<string>());
}
