using Microsoft.AspNetCore.Mvc;

namespace Controllers.Portfolios;

/// <summary>The portfolios, for staff; what changes them is for operations, who are staff as well.</summary>
[Route("api/portfolios")]
public sealed class PortfoliosController(PortfolioBook book) : StaffController
{
    /// <summary>All portfolios.</summary>
    [HttpGet]
    public IReadOnlyList<Portfolio> All() => book.All;

    /// <summary>Stops deliveries for a portfolio. Both policies must allow: the one of the base class and this.</summary>
    [HttpPost("{name}/freeze")]
    [RequireIpPolicy<IpPolicies.Operations>]
    public ActionResult<Portfolio> Freeze(string name) => book.Freeze(name) is { } frozen ? frozen : NotFound();
}
