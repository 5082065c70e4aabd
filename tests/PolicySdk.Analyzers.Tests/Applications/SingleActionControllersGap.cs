// Controllers of one action without "Controller" in their names: they are controllers by their base, and one has no policy.
// uses: ApiEndpoints
using Ardalis.ApiEndpoints;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapControllers();
app.Run();

public class ListAuthors : EndpointBaseAsync.WithoutRequest.WithResult<string[]> //!! PSDK6001 ListAuthors
{
    [HttpGet("/authors")]
    public override Task<string[]> HandleAsync(CancellationToken cancellationToken = default) => Task.FromResult(Array.Empty<string>());
}

[RequireIpPolicy<IpPolicies.Office>]
public class CountAuthors : EndpointBaseAsync.WithoutRequest.WithResult<int>
{
    [HttpGet("/authors/count")]
    public override Task<int> HandleAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);
}
