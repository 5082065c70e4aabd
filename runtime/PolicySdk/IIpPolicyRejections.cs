namespace PolicySdk;

/// <summary>The last refused requests of this process, for a page, a test or a tool. Get it from the application's services.</summary>
public interface IIpPolicyRejections
{
    /// <summary>How many requests were refused since the start, those that are no longer kept included.</summary>
    long Count { get; }

    /// <summary>The last <see cref="IpPolicyOptions.RejectionsKept"/> of them as they are now, the newest first.</summary>
    IReadOnlyList<IpPolicyRejection> Recent { get; }
}
