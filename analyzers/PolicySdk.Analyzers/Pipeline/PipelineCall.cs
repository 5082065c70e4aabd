namespace PolicySdk.Analyzers.Pipeline;

/// <summary>What a call means to the rules on pipelines.</summary>
internal enum PipelineCall
{
    None,
    AddIpPolicies,
    UseIpPolicies,
    UseIpPolicy,
    UseClientAddress,
    RequireIpPolicy,
    UseForwardedHeaders,
    UseRouting,
    ShortCircuit,

    /// <summary>Middleware that belongs behind <c>UseIpPolicies</c>: it costs something, keeps counts, or answers.</summary>
    Later,

    /// <summary>Middleware that answers requests itself.</summary>
    Terminal,

    /// <summary>A pipeline of its own, from which no request comes back: <c>Map</c>, <c>MapWhen</c>.</summary>
    Branch,

    /// <summary>A pipeline of its own, from which requests come back: <c>UseWhen</c>.</summary>
    Detour,
}
