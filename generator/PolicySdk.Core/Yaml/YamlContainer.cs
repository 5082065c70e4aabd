namespace PolicySdk.Yaml;

/// <summary>A list or mapping that is still being read.</summary>
internal sealed class YamlContainer(bool isMapping, TextRange start)
{
    private readonly List<YamlNode> _items = [];
    private readonly List<KeyValuePair<YamlScalar, YamlNode>> _pairs = [];

    internal bool IsMapping { get; } = isMapping;

    /// <summary>The key whose value comes next.</summary>
    internal YamlScalar? Key { get; private set; }

    internal void Add(YamlNode node)
    {
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

    internal YamlNode ToNode(TextRange end)
    {
        var range = start.To(end);
        return IsMapping ? new YamlMapping(range, _pairs) : new YamlSequence(range, _items);
    }
}
