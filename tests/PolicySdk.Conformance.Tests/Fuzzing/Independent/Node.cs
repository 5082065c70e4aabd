using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>A node of a YAML file.</summary>
internal abstract record Node
{
    /// <summary>Whether nothing was written: <c>key:</c> alone.</summary>
    internal bool IsAbsent => this is TextNode { IsPlain: true, Text: "" };

    internal string ToText() => this is TextNode { IsAbsent: false } text ? text.Text : throw new NotUnderstoodException("no text where one is wanted");

    internal MapNode ToMap() => this as MapNode ?? throw new NotUnderstoodException("no mapping where one is wanted");

    internal IReadOnlyList<Node> ToList() => this is ListNode { Items.Count: > 0 } list ? list.Items : throw new NotUnderstoodException("no list, or an empty one");
}

/// <summary>A text.</summary>
internal sealed record TextNode(string Text, bool IsPlain, bool IsBlock) : Node;

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items) : Node;

/// <summary>A mapping without duplicates.</summary>
internal sealed record MapNode(IReadOnlyDictionary<string, Node> Values) : Node
{
    internal Node? this[string key] => Values.GetValueOrDefault(key);

    /// <summary>The mapping, if it has no other keys than these.</summary>
    internal MapNode WithOnly(params IReadOnlyCollection<string> keys) =>
        Values.Keys.FirstOrDefault(key => !keys.Contains(key)) is { } other ? throw new NotUnderstoodException($"the key {other}") : this;

    /// <summary>Free text: one that says something, if the key is there.</summary>
    internal string? Text(string key)
    {
        var text = this[key]?.ToText();
        NotUnderstoodException.ThrowIf(text is not null && text.Trim().Length == 0, $"{key} is empty");
        return text;
    }

    internal DateOnly? Date(string key)
    {
        var text = this[key]?.ToText();
        return text is null ? null
            : text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new NotUnderstoodException($"{key} is no date");
    }
}
