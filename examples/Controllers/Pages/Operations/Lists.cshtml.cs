using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Controllers.Pages.Operations;

/// <summary>The allowlists themselves, for those who operate the system.</summary>
[RequireIpPolicy<IpPolicies.Operations>]
public sealed class ListsModel : PageModel
{
    /// <summary>What is shown.</summary>
    public IReadOnlyList<IpPolicy> Policies => IpPolicies.All;
}
