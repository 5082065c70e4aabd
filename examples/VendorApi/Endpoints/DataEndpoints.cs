using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using VendorApi.Tokens;

namespace VendorApi.Endpoints;

/// <summary>What customers pay for: with their token, and from an address on the list.</summary>
internal static class DataEndpoints
{
    internal static void MapDataEndpoints(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v1")
            .RequireIpPolicy<IpPolicies.DataApi>()
            .RequireAuthorization();

        api.MapGet("/holdings/{portfolio}", Holdings);
        api.MapGet("/prices", static () => SampleData.AllPrices);
        api.MapGet("/prices/{symbol}", OnePrice);

        // Without a token. Its policy only reports so far.
        app.MapGet("/sandbox/prices/{symbol}", OnePrice).RequireIpPolicy<IpPolicies.Sandbox>();
    }

    private static Results<Ok<IReadOnlyList<Holding>>, NotFound> Holdings(string portfolio, ClaimsPrincipal caller) =>
        SampleData.FindHoldings(caller.FindFirstValue(ApiTokenHandler.ClientIdClaim)!, portfolio) is { } holdings
            ? TypedResults.Ok(holdings)
            : TypedResults.NotFound();

    private static Results<Ok<Price>, NotFound> OnePrice(string symbol) =>
        SampleData.FindPrice(symbol) is { } price ? TypedResults.Ok(price) : TypedResults.NotFound();
}
