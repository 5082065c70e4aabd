namespace PolicySdk;

/// <summary>A refused request. Nothing of it is a credential, a path or a query.</summary>
public sealed class IpPolicyRejection
{
    internal IpPolicyRejection(in IpPolicyDecision decision)
    {
        Reason = decision.Reason;
        Policy = decision.Policy?.Name;
        Revision = decision.Policy?.Revision;
        Entry = decision.Entry?.Location;
    }

    /// <summary>When it was refused.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The display name of the endpoint that was called, or null where there was none.</summary>
    public required string? Endpoint { get; init; }

    /// <summary>The caller's address, as much of it as <see cref="IpPolicyOptions.AddressDetail"/> keeps; null where there was none.</summary>
    public required string? Address { get; init; }

    /// <summary>The client as the application told it, cut after 64 characters, or null where it was not asked or nobody is known.</summary>
    public required string? ClientId { get; init; }

    /// <summary>What the caller was told to quote: the reference of the answer where there is one, else the trace id.</summary>
    public required string Reference { get; init; }

    /// <summary>Why it was refused.</summary>
    public IpPolicyReason Reason { get; }

    /// <summary>The name of the policy that refused, or null where no policy was asked.</summary>
    public string? Policy { get; }

    /// <summary>The policy's <see cref="IpPolicy.Revision"/>.</summary>
    public string? Revision { get; }

    /// <summary>File and line of the entry that decided, or would on another day; null where no entry covers the address.</summary>
    public string? Entry { get; }
}
