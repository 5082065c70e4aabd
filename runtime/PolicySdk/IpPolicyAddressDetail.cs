namespace PolicySdk;

/// <summary>How much of callers' addresses is kept in logs and in <see cref="IIpPolicyRejections"/>. Addresses are personal data.</summary>
public enum IpPolicyAddressDetail
{
    /// <summary>The whole address.</summary>
    Full = 0,

    /// <summary>The network alone: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address, as a prefix: <c>203.0.113.0/24</c>.</summary>
    Network,

    /// <summary>Nothing.</summary>
    None,
}
