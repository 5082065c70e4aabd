namespace PolicySdk.Enforcement;

/// <summary>What becomes of requests to an endpoint, as far as its metadata and the options tell.</summary>
internal enum EndpointState
{
    /// <summary>A policy decides: its own, one from around it, or the fallback policy.</summary>
    Protected,

    /// <summary>Any address may call, for a reason that was given.</summary>
    Open,

    /// <summary>It has neither a policy nor a reason to be open: nobody may call.</summary>
    Refused,

    /// <summary>It has neither, and <see cref="IpPolicyOptions.AllowEndpointsWithoutPolicy"/> lets anybody call.</summary>
    Unchecked,

    /// <summary>It has neither, and another endpoint takes its place when a request is matched, which decides.</summary>
    LeadsOn,
}
