using Microsoft.AspNetCore.Mvc;

namespace Controllers;

/// <summary>What we sell. It says nothing of addresses itself, so that what <c>MapControllers()</c> asks for holds.</summary>
[ApiController]
[Route("api/catalog")]
public sealed class CatalogController : ControllerBase
{
    /// <summary>The data sets.</summary>
    [HttpGet]
    public IReadOnlyList<string> DataSets() => ["prices", "holdings", "ratings"];
}
