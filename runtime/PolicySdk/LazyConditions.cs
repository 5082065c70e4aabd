namespace PolicySdk;

/// <summary>When and where a decision is taken, found out when the first entry asks, and once: most decisions never do.</summary>
internal struct LazyConditions
{
    private readonly TimeProvider? _time;
    private readonly string? _environmentName;
    private IpPolicyConditions? _known;

    /// <summary>Known beforehand.</summary>
    internal LazyConditions(IpPolicyConditions known) => _known = known;

    /// <summary>The instant of the first question.</summary>
    internal LazyConditions(TimeProvider time, string environmentName) => (_time, _environmentName) = (time, environmentName);

    /// <summary>What is known; a default value asks for what <see cref="IpPolicyConditions.Current"/> says.</summary>
    internal IpPolicyConditions Value => _known ??= _time is null ? IpPolicyConditions.Current() : new(_time.GetUtcNow(), _environmentName!);
}
