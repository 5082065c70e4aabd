using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>An entry that is to be written.</summary>
/// <param name="Key"><c>ip</c> or <c>net</c>.</param>
/// <param name="Target">The addresses or the network's name.</param>
/// <param name="Fields">What else it says, key and text, in the order of the language.</param>
internal sealed record NewEntry(string Key, string Target, IReadOnlyList<(string Key, string Text)> Fields)
{
    /// <summary>In brackets; an address that says nothing else alone.</summary>
    internal string Flow => Key == Keys.Ip && Fields.Count == 0 ? YamlScalars.Write(Target) : $"{{{string.Join(", ", Pairs)}}}";

    /// <summary>A line for each key.</summary>
    internal IEnumerable<string> Pairs => Fields.Prepend((Key, Text: Target)).Select(static pair => $"{pair.Key}: {YamlScalars.Write(pair.Text)}");
}
