using Microsoft.AspNetCore.Http;

namespace PolicySdk;

/// <summary>A refused request, for <see cref="IpPolicyOptions.OnRejected"/>.</summary>
public sealed class IpPolicyRejectedContext
{
    internal IpPolicyRejectedContext(HttpContext httpContext, IpPolicyDecision decision, string? clientId)
    {
        HttpContext = httpContext;
        Decision = decision;
        ClientId = clientId;
    }

    /// <summary>The request and the answer to it.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Why the request is refused. Not for the caller: it tells what is on the list.</summary>
    public IpPolicyDecision Decision { get; }

    /// <summary>The client as <see cref="IpPolicyOptions.ClientId"/> gave it, or null where it was not asked or knew none.</summary>
    public string? ClientId { get; }
}
