using System.Text.RegularExpressions;
using PolicySdk.TestSupport;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>Who accepts a small file, and who refuses it.</summary>
internal enum SchemaVerdict
{
    /// <summary>Parser and schema accept it.</summary>
    Good,

    /// <summary>Parser and schema refuse it.</summary>
    Bad,

    /// <summary>The parser refuses what no schema can see.</summary>
    ParserOnly,

    /// <summary>The parser leaves it to the project, which refuses it whatever else it has: a name that nothing can have.</summary>
    Project,

    /// <summary>The parser takes the words of YAML for null as texts; a schema can't tell them from nothing, which is a fault more often.</summary>
    NullWord,
}

/// <summary>A small file with one idea, from <c>Files/kind.part.txt</c>: <c>=== verdict: name | reason</c>, then the text.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Verdict">Who accepts it.</param>
/// <param name="Name">The idea.</param>
/// <param name="Reason">Why only the parser sees it; empty where both do.</param>
/// <param name="Text">The text.</param>
internal sealed partial record SchemaCase(string File, SchemaVerdict Verdict, string Name, string Reason, string Text)
{
    private static readonly string Folder = System.IO.Path.Combine(RepositoryRoot.Path, "tests", "PolicySdk.Core.Tests", "Schema", "Files");

    private static readonly Dictionary<string, SchemaVerdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["good"] = SchemaVerdict.Good,
        ["bad"] = SchemaVerdict.Bad,
        ["parser"] = SchemaVerdict.ParserOnly,
        ["project"] = SchemaVerdict.Project,
        ["null word"] = SchemaVerdict.NullWord,
    };

    internal static IReadOnlyList<SchemaCase> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(static file => Read(System.IO.Path.GetFileName(file), System.IO.File.ReadAllText(file)))];

    internal string Id => $"{File}: {Name}";

    /// <summary>The path of a file of that kind.</summary>
    internal string Path => File.Split('.')[0] switch
    {
        "policy" => "policies/sample.policy.yaml",
        "networks" => "policies/sample.networks.yaml",
        var kind => $"policies/{kind}.yaml",
    };

    private static IEnumerable<SchemaCase> Read(string file, string text)
    {
        var headers = Header().Matches(text);
        for (var i = 0; i < headers.Count; i++)
        {
            var (start, end) = (headers[i].Index + headers[i].Length, i + 1 < headers.Count ? headers[i + 1].Index : text.Length);
            yield return new(file, Verdicts[headers[i].Groups["verdict"].Value], headers[i].Groups["name"].Value, headers[i].Groups["reason"].Value, text[start..end]);
        }
    }

    [GeneratedRegex(@"^=== (?<verdict>[a-z ]+): (?<name>[^|\n]+?)(?: \| (?<reason>[^\n]+))?\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
