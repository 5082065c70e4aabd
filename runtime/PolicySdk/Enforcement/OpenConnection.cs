using System.Net;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>A request that may go on for hours, and by what it was allowed.</summary>
internal sealed class OpenConnection(HttpContext context, IpPolicyRules rules, ClientSelection client)
{
    private readonly Lock _lock = new();
    private bool _isOver;

    internal IpPolicyRules Rules => rules;

    internal ClientSelection Client => client;

    // A request's own objects serve the next request once it is over.
    internal IPAddress? Address { get; } = context.Connection.RemoteIpAddress;

    internal string? Endpoint { get; } = context.GetEndpoint()?.DisplayName;

    /// <summary>Ends it, unless it is over.</summary>
    /// <returns>Whether this ended it.</returns>
    internal bool TryAbort()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            _isOver = true;
            context.Abort();
            return true;
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }
    }
}
