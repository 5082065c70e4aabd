namespace PolicySdk.Generator.Emission;

/// <summary>Splits long switches: above about 300 arms in one method the JIT stops optimising it.</summary>
internal static class Chunks
{
    internal const int ArmsOfMethod = 256;

    internal static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        var chunks = new List<IReadOnlyList<T>>();
        for (var start = 0; start < items.Count; start += ArmsOfMethod)
        {
            chunks.Add(Enumerable.Range(start, Math.Min(ArmsOfMethod, items.Count - start)).Select(index => items[index]).ToList());
        }

        return chunks;
    }
}
