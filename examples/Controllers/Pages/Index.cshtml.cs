using Controllers.Portfolios;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Controllers.Pages;

/// <summary>The first page. It has no attribute: what <c>MapRazorPages()</c> asks for holds.</summary>
public sealed class IndexModel(PortfolioBook book) : PageModel
{
    /// <summary>What is shown.</summary>
    public IReadOnlyList<Portfolio> Portfolios => book.All;
}
