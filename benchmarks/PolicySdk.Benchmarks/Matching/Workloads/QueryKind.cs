namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>Which addresses are asked for.</summary>
internal enum QueryKind
{
    /// <summary>Random addresses of random entries.</summary>
    Hits,

    /// <summary>Random addresses between two neighbouring entries.</summary>
    Misses,

    /// <summary>The first and the last address of an entry, and the ones before and after.</summary>
    Borders,

    /// <summary>Sixteen listed addresses, again and again.</summary>
    HotSet,

    /// <summary>Any address: of IPv4, or of the part of IPv6 that is in use.</summary>
    Uniform,
}
