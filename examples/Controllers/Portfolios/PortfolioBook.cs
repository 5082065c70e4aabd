using System.Collections.Concurrent;

namespace Controllers.Portfolios;

/// <summary>A customer's portfolio, as the back office sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="IsFrozen">Whether no more data is delivered for it.</param>
public sealed record Portfolio(string Name, string Customer, bool IsFrozen = false);

/// <summary>All portfolios. A real one has a database.</summary>
public sealed class PortfolioBook
{
    private readonly ConcurrentDictionary<string, Portfolio> _portfolios = new()
    {
        ["core"] = new("core", "Acme"),
        ["growth"] = new("growth", "Birch"),
    };

    /// <summary>The portfolios, by name.</summary>
    public IReadOnlyList<Portfolio> All => [.. _portfolios.Values.OrderBy(static portfolio => portfolio.Name, StringComparer.Ordinal)];

    /// <summary>Freezes a portfolio.</summary>
    /// <returns>The frozen portfolio; null if there is none of that name.</returns>
    public Portfolio? Freeze(string name) =>
        _portfolios.TryGetValue(name, out var portfolio) ? _portfolios[name] = portfolio with { IsFrozen = true } : null;
}
