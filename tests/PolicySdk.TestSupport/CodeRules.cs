using System.Text.RegularExpressions;

namespace PolicySdk.TestSupport;

/// <summary>The catalogue of the rules on C#, which the analyzers hold; those on YAML have <c>RuleCatalogue</c>.</summary>
internal static partial class CodeRules
{
    internal static IReadOnlyList<string> Ids { get; } = [.. Constant().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "analyzers", "PolicySdk.Analyzers", "RuleIds.cs")))
        .Select(static constant => constant.Groups["id"].Value)];

    [GeneratedRegex("const string \\w+ = \"(?<id>PSDK\\d{4})\";")]
    private static partial Regex Constant();
}
