namespace PolicySdk;

/// <summary>
/// Endpoint metadata: any address may call. It discards the policies that lie farther away, on the group or the controller; those
/// that lie nearer, added after it, still count.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true)]
public sealed class AllowAnyAddressAttribute : Attribute
{
    /// <summary>Opens an endpoint, and says why.</summary>
    /// <param name="reason">Why it may be open, for whoever reviews it: <c>probed by the load balancer</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty or white space.</exception>
    public AllowAnyAddressAttribute(string reason)
    {
        Reason = !string.IsNullOrWhiteSpace(reason)
            ? reason
            : throw new ArgumentException("Say why any address may call this endpoint: a reviewer will ask.", nameof(reason));
    }

    /// <summary>Why the endpoint may be open.</summary>
    public string Reason { get; }

    /// <summary>Whether it was chained to what was mapped, so that it is the attribute of no handler.</summary>
    internal bool IsChained { get; init; }
}
