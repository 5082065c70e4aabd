namespace VendorApi.Endpoints;

/// <summary>What a portfolio holds of one instrument.</summary>
internal sealed record Holding(string Symbol, int Quantity);

/// <summary>The closing price of an instrument.</summary>
internal sealed record Price(string Symbol, decimal Close, string Currency, DateOnly Day);

/// <summary>The data that the API sells. A real one has a database.</summary>
internal static class SampleData
{
    private static readonly Dictionary<(string ClientId, string Portfolio), Holding[]> Portfolios = new()
    {
        [("acme-prod", "core")] = [new("VND", 1200), new("OAK", 350)],
        [("birch-prod", "core")] = [new("ELM", 80)],
    };

    private static readonly Price[] Prices =
    [
        new("VND", 41.25m, "EUR", new(2026, 11, 20)),
        new("OAK", 112.80m, "EUR", new(2026, 11, 20)),
        new("ELM", 7.06m, "GBP", new(2026, 11, 20)),
    ];

    internal static IReadOnlyList<Price> AllPrices => Prices;

    internal static Price? FindPrice(string symbol) => Prices.FirstOrDefault(price => price.Symbol == symbol);

    internal static IReadOnlyList<Holding>? FindHoldings(string clientId, string portfolio) => Portfolios.GetValueOrDefault((clientId, portfolio));
}
