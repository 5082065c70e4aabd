using System.Text;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Writes texts as YAML scalars, plain where that is safe inside brackets as well.</summary>
internal static class YamlScalars
{
    internal static string Write(string text) => IsPlain(text) ? text : Quote(text);

    // The reader of policy files is asked: what it reads back as the same plain text is one.
    private static bool IsPlain(string text) =>
        text.Length > 0 && !text.Contains(':', StringComparison.Ordinal) && text.All(static c => c >= ' ')
        && YamlReader.Read($"[{text}]").Root is YamlSequence { Items: [YamlScalar { IsPlain: true } scalar] } && scalar.Text == text
        && YamlReader.Read($"k: {text}").Root is YamlMapping { Pairs: [{ Value: YamlScalar { IsPlain: true } value }] } && value.Text == text;

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
