namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>What a server has used up since it was started.</summary>
/// <param name="Processor">The time of the processor, in the kernel as well.</param>
/// <param name="Bytes">What it allocated on its heap; null where it can't tell.</param>
internal readonly record struct Usage(TimeSpan Processor, long? Bytes);
