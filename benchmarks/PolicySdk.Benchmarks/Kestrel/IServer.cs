namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>A server in a process of its own, so that its processor time is its own.</summary>
internal interface IServer : IDisposable
{
    /// <summary>Where it listens, on the loopback network.</summary>
    int Port { get; }

    Usage Usage { get; }
}
