namespace PolicySdk;

/// <summary>Which list of a policy an entry belongs to.</summary>
public enum IpPolicyList
{
    /// <summary><c>allow</c>: every caller.</summary>
    Allow,

    /// <summary><c>clients</c>: one client.</summary>
    Client,

    /// <summary><c>block</c>: refused whatever else says.</summary>
    Block,
}
