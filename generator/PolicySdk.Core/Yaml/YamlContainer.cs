namespace PolicySdk.Yaml;

/// <summary>A list or mapping that is still being read.</summary>
internal sealed class YamlContainer(bool isMapping, bool isFlow, TextRange start)
{
    private readonly List<YamlNode> _items = [];
    private readonly List<KeyValuePair<YamlScalar, YamlNode>> _pairs = [];

    internal bool IsMapping { get; } = isMapping;

    /// <summary>Whether it is written in brackets.</summary>
    internal bool IsFlow { get; } = isFlow;

    /// <summary>Where it starts in the file.</summary>
    internal int Start => start.Start;

    /// <summary>The last node that was added; of a mapping also a key.</summary>
    internal YamlNode? Last { get; private set; }

    /// <summary>The key whose value comes next.</summary>
    internal YamlScalar? Key { get; private set; }

    /// <summary>Makes room for so many items more.</summary>
    internal void Reserve(int items) => _items.Capacity = Math.Max(_items.Capacity, _items.Count + items + 1);

    internal void Add(YamlNode node)
    {
        Last = node;
        if (!IsMapping)
        {
            _items.Add(node);
        }
        else if (Key is null)
        {
            Key = (YamlScalar)node;
        }
        else
        {
            _pairs.Add(new(Key, node));
            Key = null;
        }
    }

    /// <summary>The finished node: up to its bracket, or to the end of its last item, as blocks have no end of their own.</summary>
    internal YamlNode ToNode(TextRange bracket)
    {
        var range = start.To(IsFlow ? bracket : Last?.Range ?? start);
        return IsMapping ? new YamlMapping(range, _pairs) : new YamlSequence(range, _items);
    }
}
