namespace PolicySdk.Diagnostics;

/// <summary>The names by which decisions appear in metrics, traces and logs. Dashboards depend on them: add, never rename.</summary>
internal static class DecisionTags
{
    /// <summary>The policy's name; absent where no policy was asked.</summary>
    internal const string Policy = "policysdk.policy";

    /// <summary>The outcome, one of the values of <see cref="ResultOf(in IpPolicyDecision)"/>.</summary>
    internal const string Result = "policysdk.result";

    internal const string Reported = "reported";

    internal static string ResultOf(in IpPolicyDecision decision) => decision.IsReportOnly ? Reported : Of(decision.Reason);

    internal static string Of(IpPolicyReason reason) => reason switch
    {
        IpPolicyReason.Undecided => "undecided",
        IpPolicyReason.Listed => "listed",
        IpPolicyReason.ListedForClient => "listed_for_client",
        IpPolicyReason.AnyAddress => "any_address",
        IpPolicyReason.NotListed => "not_listed",
        IpPolicyReason.NotInForce => "not_in_force",
        IpPolicyReason.Blocked => "blocked",
        IpPolicyReason.NoAddress => "no_address",
        IpPolicyReason.NoClient => "no_client",
        IpPolicyReason.UnknownClient => "unknown_client",
        IpPolicyReason.ClientFault => "client_fault",
        IpPolicyReason.NoPolicy => "no_policy",
        IpPolicyReason.InvalidPolicy => "invalid_policy",
        IpPolicyReason.Fault => "fault",
        IpPolicyReason.TrustedProxy => "trusted_proxy",
        IpPolicyReason.MalformedForwardedHeader => "malformed_forwarded_header",
        IpPolicyReason.UnverifiedAddress => "unverified_address",
        IpPolicyReason.ClientTimeout => "client_timeout",
        IpPolicyReason.ClientCanceled => "client_canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No tag is given for this reason."),
    };
}
