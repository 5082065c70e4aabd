namespace PolicySdk.Tests;

/// <summary>Requests that are more than a method and a path.</summary>
internal static class TestRequests
{
    /// <summary>The first request of a WebSocket (RFC 6455 section 4.1); the answer is 101.</summary>
    internal static HttpRequestMessage WebSocket(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new("websocket"));
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        return request;
    }
}
