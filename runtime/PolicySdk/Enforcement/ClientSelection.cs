namespace PolicySdk.Enforcement;

/// <summary>What is known of who makes a request. The default is: nothing.</summary>
/// <param name="Id">The client's id; an empty text for one that nobody knows; null where the request names none.</param>
/// <param name="Failure">Why the client could not be told, else <see cref="IpPolicyReason.Undecided"/>.</param>
/// <param name="Exception">What the selector threw, or null.</param>
internal readonly record struct ClientSelection(string? Id, IpPolicyReason Failure = IpPolicyReason.Undecided, Exception? Exception = null)
{
    /// <summary>The client for the log: nobody's name is none.</summary>
    internal string? Name => Id is { Length: > 0 } ? Id : null;

    internal static ClientSelection Failed(Exception exception) =>
        new(Id: null, exception is OperationCanceledException ? IpPolicyReason.ClientCanceled : IpPolicyReason.ClientFault, exception);

    internal static ClientSelection TimedOut(Exception exception) => new(Id: null, IpPolicyReason.ClientTimeout, exception);
}
