namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>What a load got: answers, and how long that took.</summary>
internal readonly record struct Answered(long Count, double Seconds);
