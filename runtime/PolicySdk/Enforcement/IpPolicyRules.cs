namespace PolicySdk.Enforcement;

/// <summary>What the metadata of one endpoint asks for.</summary>
/// <param name="required">The policies that must all allow, nearest last.</param>
/// <param name="opening">The reason to be open that discarded what lies before it, where nothing was required after it; else null.</param>
internal sealed class IpPolicyRules(RequireIpPolicyAttribute[] required, AllowAnyAddressAttribute? opening)
{
    private readonly RequireIpPolicyAttribute[] _required = required;

    internal ReadOnlySpan<RequireIpPolicyAttribute> Required => _required;

    internal AllowAnyAddressAttribute? Opening => opening;

    internal bool IsOpen => opening is not null;

    /// <summary>An endpoint with neither a policy nor a reason to be open.</summary>
    internal bool IsSilent => _required.Length == 0 && !IsOpen;

    /// <summary>The first policy for which it matters who calls, or null.</summary>
    internal IpPolicy? FirstWithClients
    {
        get
        {
            foreach (var requirement in _required)
            {
                if (requirement.Policy is { HasClients: true } policy)
                {
                    return policy;
                }
            }

            return null;
        }
    }

    /// <summary>Reads metadata.</summary>
    /// <param name="metadata">The metadata of an endpoint.</param>
    /// <param name="farther">What lies farther away than all of it, or null.</param>
    internal static IpPolicyRules Of(IReadOnlyList<object> metadata, IpPolicyRules? farther = null)
    {
        List<RequireIpPolicyAttribute> required = farther is null ? [] : [.. farther.Required];
        var opening = farther?.Opening;
        foreach (var item in MetadataOrder.NearestLast(metadata))
        {
            if (item is AllowAnyAddressAttribute nearer)
            {
                required.Clear();
                opening = nearer;
            }
            else if (item is RequireIpPolicyAttribute requirement)
            {
                // A group and its endpoint may ask for the same.
                required.RemoveAll(earlier => earlier.GetType() == requirement.GetType());
                required.Add(requirement);
                opening = null;
            }
        }

        return new([.. required], opening);
    }

    /// <summary>What must hold where it is not known which of two endpoints led here: the policies of both.</summary>
    internal IpPolicyRules And(IpPolicyRules other) => new([.. Required, .. other.Required], other.IsOpen ? Opening : null);

    /// <summary>Whether a caller whom others allow may be refused here.</summary>
    internal bool DemandsMoreThan(IpPolicyRules others) => _required.Any(required => !others._required.Any(other => other.GetType() == required.GetType()));

    internal bool Same(IpPolicyRules other) =>
        IsOpen == other.IsOpen && _required.Select(static one => one.GetType()).SequenceEqual(other._required.Select(static one => one.GetType()));
}
