using Microsoft.AspNetCore.Mvc;

namespace Controllers;

/// <summary>What only staff may call: each controller that derives from this one.</summary>
[ApiController]
[RequireIpPolicy<IpPolicies.Staff>]
public abstract class StaffController : ControllerBase;
