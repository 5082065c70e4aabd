namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>What calls one path of one server.</summary>
internal interface ILoad : IDisposable
{
    /// <summary>Calls for a while.</summary>
    Answered Run();
}
