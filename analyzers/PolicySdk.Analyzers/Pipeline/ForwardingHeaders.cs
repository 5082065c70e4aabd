namespace PolicySdk.Analyzers.Pipeline;

/// <summary>The names of headers in which proxies, and anybody who imitates one, name the client.</summary>
internal static class ForwardingHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // RFC 7239, and what came before it.
        "Forwarded",
        "Forwarded-For",
        "X-Forwarded",
        "X-Forwarded-For",
        "X-Original-For",
        "X-Original-Forwarded-For",

        // Names that many proxies can be told to write.
        "Client-IP",
        "True-Client-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Originating-IP",
        "X-ProxyUser-IP",
        "X-Real-IP",
        "X-Remote-Addr",
        "X-Remote-IP",

        // Networks that deliver content, and hosts.
        "Ali-CDN-Real-IP",
        "CDN-Src-IP",
        "CF-Connecting-IP",
        "CF-Connecting-IPv6",
        "CF-Pseudo-IPv4",
        "CloudFront-Viewer-Address",
        "DO-Connecting-IP",
        "Fastly-Client-IP",
        "Fly-Client-IP",
        "Incap-Client-IP",
        "X-AppEngine-User-IP",
        "X-Azure-ClientIP",
        "X-Azure-SocketIP",
        "X-Envoy-External-Address",
        "X-NF-Client-Connection-IP",
        "X-Vercel-Forwarded-For",
    };

    internal static bool Contain(string name) => Names.Contains(name);
}
