namespace PolicySdk.Validation.Redundancy;

/// <summary>How many entries cover each of a row of cells: a segment tree, both operations in O(log n).</summary>
internal sealed class CoverageTree
{
    private readonly int _cells;
    private readonly int[] _least;
    private readonly int[] _added;

    internal CoverageTree(int cells)
    {
        _cells = cells;
        _least = new int[4 * cells];
        _added = new int[4 * cells];
    }

    /// <summary>Adds to the cells from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    internal void Add(int start, int end, int value) => Add(1, 0, _cells, start, end, value);

    /// <summary>The least number in the cells from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    internal int Least(int start, int end) => Least(1, 0, _cells, start, end);

    private void Add(int node, int first, int last, int start, int end, int value)
    {
        if (end <= first || last <= start)
        {
            return;
        }

        if (start <= first && last <= end)
        {
            _least[node] += value;
            _added[node] += value;
            return;
        }

        var middle = (first + last) / 2;
        Add(2 * node, first, middle, start, end, value);
        Add((2 * node) + 1, middle, last, start, end, value);
        _least[node] = Math.Min(_least[2 * node], _least[(2 * node) + 1]) + _added[node];
    }

    private int Least(int node, int first, int last, int start, int end)
    {
        if (end <= first || last <= start)
        {
            return int.MaxValue;
        }

        if (start <= first && last <= end)
        {
            return _least[node];
        }

        var middle = (first + last) / 2;
        var least = Math.Min(Least(2 * node, first, middle, start, end), Least((2 * node) + 1, middle, last, start, end));
        return least == int.MaxValue ? least : least + _added[node];
    }
}
