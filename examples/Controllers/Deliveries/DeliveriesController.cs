using Microsoft.AspNetCore.Mvc;

namespace Controllers.Deliveries;

/// <summary>A file that a supplier announces.</summary>
/// <param name="Supplier">Who sends it.</param>
/// <param name="File">Its name.</param>
public sealed record Delivery(string Supplier, string File);

/// <summary>Where suppliers announce the files that they deliver.</summary>
[ApiController]
[Route("api/deliveries")]
[RequireIpPolicy<IpPolicies.Suppliers>]
public sealed class DeliveriesController : ControllerBase
{
    /// <summary>Takes an announcement.</summary>
    [HttpPost]
    public AcceptedResult Announce(Delivery delivery) => Accepted(value: delivery);

    /// <summary>The formats that we read.</summary>
    [HttpGet("formats")]
    [AllowAnyAddress("new suppliers read it before we know their addresses")]
    public IReadOnlyList<string> Formats() => ["csv", "parquet"];
}
