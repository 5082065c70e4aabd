using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>The client as a claim of the authenticated caller.</summary>
internal sealed class ClaimSelector(string claimType)
{
    /// <summary>Two values are nobody's: which of them is meant can't be told.</summary>
    internal string? Select(HttpContext context)
    {
        string? found = null;
        foreach (var identity in context.User.Identities)
        {
            if (!identity.IsAuthenticated)
            {
                continue;
            }

            foreach (var claim in identity.Claims)
            {
                if (!string.Equals(claim.Type, claimType, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (found is not null && found != claim.Value)
                {
                    return "";
                }

                found = claim.Value;
            }
        }

        return found;
    }
}
