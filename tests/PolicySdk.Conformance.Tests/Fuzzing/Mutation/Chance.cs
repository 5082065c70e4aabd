namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>What the mutations draw.</summary>
internal static class Chance
{
    internal static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>True once in so many times.</summary>
    internal static bool OneIn(this Random random, int times) => random.Next(times) == 0;

    /// <summary>A generator of its own for each number of a series, so that the order of the work does not matter.</summary>
    internal static Random Of(int seed, int index)
    {
        var mixed = unchecked(((ulong)(uint)seed << 32 | (uint)index) * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        return new(unchecked((int)(mixed >> 29)));
    }
}
