// A small service in one file where somebody added endpoints later and looked at others for the pattern.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddAuthorization();
builder.Services.AddAuthentication();

var app = builder.Build();
app.UseIpPolicies();
app.UseAuthentication();
app.UseAuthorization();

app.MapGet("/rates", () => new[] { 1.08m, 1.17m }).RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGet("/rates/{currency}", (string currency) => currency.Length).RequireIpPolicy<IpPolicies.PartnerApi>();

// Added with the mobile application.
app.MapGet("/rates/latest", () => 1.08m).WithName("Latest").CacheOutput(); //!! PSDK6001 MapGet
app.MapPost("/rates", ([FromBody] decimal rate) => Results.Accepted())
    .RequireAuthorization("rates:write")
    .RequireIpPolicy<IpPolicies.Admin>();
app.MapPost("/rates/import", async (HttpRequest request) => //!! PSDK6001 MapPost
    {
        using var reader = new StreamReader(request.Body);
        return Results.Text(await reader.ReadToEndAsync());
    })
    .RequireAuthorization("rates:write")
    .DisableAntiforgery();
app.MapDelete("/rates/{currency}", (string currency) => Results.NoContent()); //!! PSDK6001 MapDelete

app.Run();
