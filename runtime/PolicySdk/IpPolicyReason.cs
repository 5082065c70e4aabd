namespace PolicySdk;

/// <summary>Why a request was allowed or refused.</summary>
public enum IpPolicyReason
{
    /// <summary>Nothing was decided; never a permission.</summary>
    Undecided = 0,

    /// <summary>The address is in <c>allow</c>.</summary>
    Listed,

    /// <summary>The address is in the list of the client that made the request.</summary>
    ListedForClient,

    /// <summary>The endpoint is open to any address, by a reason given in code.</summary>
    AnyAddress,

    /// <summary>No list that this caller has holds the address.</summary>
    NotListed,

    /// <summary>An entry covers the address, but not on this day or in this environment.</summary>
    NotInForce,

    /// <summary>The address is in <c>block</c>.</summary>
    Blocked,

    /// <summary>The request has no address: a Unix socket, a test server, or a header that names 0.0.0.0 or ::.</summary>
    NoAddress,

    /// <summary>Only clients have lists with this address, and the request names no client.</summary>
    NoClient,

    /// <summary>Only clients have lists with this address, and the policy does not know the one that the request names.</summary>
    UnknownClient,

    /// <summary>The client could not be told: its selector failed.</summary>
    ClientFault,

    /// <summary>The endpoint has neither a policy nor a reason to be open.</summary>
    NoPolicy,

    /// <summary>The policy file has an error, so the policy refuses everybody; so does one in <c>client-address.yaml</c>.</summary>
    InvalidPolicy,

    /// <summary>Deciding or recording failed with an exception.</summary>
    Fault,

    /// <summary>The address is a trusted proxy's, which is no client: nothing read the client's from the header, or it was not there.</summary>
    TrustedProxy,

    /// <summary>A trusted proxy sent a header that can't be read up to the client.</summary>
    MalformedForwardedHeader,

    /// <summary>The address is neither the peer's nor the one that trusted proxies name: something else put it there.</summary>
    UnverifiedAddress,

    /// <summary>The client could not be told in time: its selector took longer than <see cref="IpPolicyOptions.ClientIdTimeout"/>.</summary>
    ClientTimeout,

    /// <summary>The client was not told: its selector was canceled, by itself or because the caller hung up.</summary>
    ClientCanceled,
}
