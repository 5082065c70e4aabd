using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SerializedTypes.Default));
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();

var prices = app.MapGroup("/prices").RequireIpPolicy<IpPolicies.Subscribers>();
prices.MapGet("/", static () => Board.Prices);
prices.MapGet("/{symbol}", static Results<Ok<Price>, NotFound> (string symbol) =>
    Array.Find(Board.Prices, price => price.Symbol == symbol) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound());
app.MapGet("/healthz", static () => "ok").AllowAnyAddress("probed by the platform that runs the container");

app.Run();

internal sealed record Price(string Symbol, decimal Amount);

internal static class Board
{
    internal static readonly Price[] Prices = [new("VND", 41.70m), new("ACME", 12.05m)];
}

[JsonSerializable(typeof(Price[]))]
internal sealed partial class SerializedTypes : JsonSerializerContext;
