namespace PolicySdk;

/// <summary>
/// Endpoint metadata: any address may call. It discards the policies that lie farther away, on the group, the controller or a base
/// class; those that lie nearer still count, and so do those on the same class or member.
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
