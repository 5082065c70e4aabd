namespace PolicySdk.Addresses;

/// <summary>The two families; addresses of one never match the other.</summary>
internal enum IpAddressFamily
{
    /// <summary>32 bits (RFC 791).</summary>
    IPv4,

    /// <summary>128 bits (RFC 4291).</summary>
    IPv6,
}
