namespace PolicySdk.Generator.Forms.BPlusTree;

/// <summary>The levels of a static B+ tree over sorted numbers, one after the other, the root first.</summary>
/// <param name="Starts">Where each level starts.</param>
/// <param name="Keys">The keys of all levels.</param>
internal sealed record TreeKeys(IReadOnlyList<int> Starts, IReadOnlyList<ulong> Keys)
{
    /// <summary>The keys of an inner node: the highest of each of its children but the last.</summary>
    internal const int NodeKeys = 8;

    /// <summary>The numbers of a leaf; the last leaf is filled up with the highest number.</summary>
    internal const int LeafKeys = 16;

    internal static TreeKeys Of(IReadOnlyList<ulong> sorted)
    {
        var leaves = Math.Max(1, (sorted.Count + LeafKeys - 1) / LeafKeys);
        var levels = new List<ulong[]> { Pad(sorted, leaves * LeafKeys) };
        var highest = Enumerable.Range(1, leaves).Select(leaf => levels[0][(leaf * LeafKeys) - 1]).ToList();
        while (highest.Count > 1)
        {
            var children = highest;
            var nodes = (children.Count + NodeKeys) / (NodeKeys + 1);
            levels.Insert(0, Enumerable.Range(0, nodes).SelectMany(node => KeysOf(children, node * (NodeKeys + 1))).ToArray());
            highest = Enumerable.Range(1, nodes).Select(node => children[Math.Min(node * (NodeKeys + 1), children.Count) - 1]).ToList();
        }

        var starts = new int[levels.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + levels[i - 1].Length;
        }

        return new(starts, levels.SelectMany(static level => level).ToList());
    }

    /// <summary>How many of the numbers are less than one.</summary>
    internal int CountBefore(ulong value)
    {
        var node = 0;
        for (var level = 0; level < Starts.Count - 1; level++)
        {
            node = (node * (NodeKeys + 1)) + Before(Starts[level] + (node * NodeKeys), NodeKeys, value);
        }

        return (node * LeafKeys) + Before(Starts[Starts.Count - 1] + (node * LeafKeys), LeafKeys, value);
    }

    private int Before(int start, int count, ulong value) => Enumerable.Range(start, count).Count(index => Keys[index] < value);

    // Nothing leads past the last child.
    private static IEnumerable<ulong> KeysOf(List<ulong> children, int first) =>
        Enumerable.Range(first, NodeKeys).Select(child => child + 1 < children.Count ? children[child] : ulong.MaxValue);

    private static ulong[] Pad(IReadOnlyList<ulong> numbers, int count) =>
        [.. numbers, .. Enumerable.Repeat(ulong.MaxValue, count - numbers.Count)];
}
