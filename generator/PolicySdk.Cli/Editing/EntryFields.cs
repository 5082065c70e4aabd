using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Changes single fields of an entry, as it is written.</summary>
internal static class EntryFields
{
    /// <summary>Sets a field: in its place where it is there, otherwise after the last one.</summary>
    internal static TextEdit Set(YamlText file, YamlNode item, string key, string text)
    {
        var value = YamlScalars.Write(text);
        switch (item)
        {
            case YamlMapping mapping when YamlText.Find(mapping, key) is { } old:
                return new(old.Range.Start, old.Range.Length, value);
            case YamlMapping { Pairs: [.., var last] } mapping when file.IsFlow(mapping):
                return new(YamlText.End(last.Value), 0, $", {key}: {value}");
            case YamlMapping { Pairs: [var first, .., var last] }:
                return Line(first.Key, last.Value);
            case YamlMapping { Pairs: [var only] }:
                return Line(only.Key, only.Value);
            default:
                var written = file.Text.Substring(item.Range.Start, item.Range.Length);
                return new(item.Range.Start, item.Range.Length, $"{{{Keys.Ip}: {written}, {key}: {value}}}");
        }

        TextEdit Line(YamlScalar first, YamlNode last) =>
            file.InsertLines(file.LineAfter(last), [new string(' ', first.Range.Column) + $"{key}: {value}"]);
    }
}
