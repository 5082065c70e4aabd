namespace PolicySdk;

/// <summary>What a policy says of one request. The default value is a refusal.</summary>
public readonly record struct IpPolicyDecision
{
    private readonly int _entry;

    internal IpPolicyDecision(IpPolicy? policy, IpPolicyReason reason, int entry, bool isAllowed)
    {
        Policy = policy;
        Reason = reason;
        _entry = entry;
        IsAllowed = isAllowed;
    }

    /// <summary>Whether the request may go on.</summary>
    public bool IsAllowed { get; private init; }

    /// <summary>Whether it may go on only because the policy reports what it will refuse later (<c>mode: {report-until: DATE}</c>).</summary>
    public bool IsReportOnly { get; private init; }

    /// <summary>Why.</summary>
    public IpPolicyReason Reason { get; }

    /// <summary>The policy that decided, or null where no policy was asked.</summary>
    public IpPolicy? Policy { get; }

    /// <summary>The entry that decided, or the one that would on another day; null where no entry covers the address.</summary>
    public IpPolicyEntry? Entry => Policy is not null && _entry >= 0 && _entry < Policy.Entries.Count ? Policy.Entries[_entry] : null;

    internal static IpPolicyDecision AnyAddress { get; } = new(policy: null, IpPolicyReason.AnyAddress, entry: -1, isAllowed: true);

    internal static IpPolicyDecision Refused(IpPolicyReason reason, IpPolicy? policy = null) => new(policy, reason, entry: -1, isAllowed: false);

    internal IpPolicyDecision AsReported() => this with { IsAllowed = true, IsReportOnly = true };
}
