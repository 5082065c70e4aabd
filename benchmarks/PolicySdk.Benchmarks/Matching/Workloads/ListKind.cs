namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>What a list holds.</summary>
internal enum ListKind
{
    /// <summary>IPv4, half of them /24, the others of any length from /16 to /32, from /20 where there are many.</summary>
    Prefixes,

    /// <summary>Single IPv4 addresses.</summary>
    Hosts,

    /// <summary>IPv6, of the lengths that providers and sites get, /29 to /64.</summary>
    WidePrefixes,

    /// <summary>Single IPv6 addresses.</summary>
    WideHosts,
}

/// <summary>What reports call them.</summary>
internal static class ListKinds
{
    internal static string Title(this ListKind kind) => kind switch
    {
        ListKind.Prefixes => "IPv4 prefixes",
        ListKind.Hosts => "IPv4 hosts",
        ListKind.WidePrefixes => "IPv6 prefixes",
        _ => "IPv6 hosts",
    };
}
