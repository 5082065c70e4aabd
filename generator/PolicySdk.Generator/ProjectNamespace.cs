using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Generator;

/// <summary>The namespace into which <c>IpPolicies</c> is generated.</summary>
internal static class ProjectNamespace
{
    /// <summary>The property <c>PolicySdkNamespace</c>, else <c>RootNamespace</c>; empty for the global namespace.</summary>
    internal static string Read(AnalyzerConfigOptionsProvider options) =>
        string.Join(".", Property(options, "PolicySdkNamespace", "RootNamespace").Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(ToIdentifier));

    private static string Property(AnalyzerConfigOptionsProvider options, params string[] names) =>
        names.Select(name => options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : "")
            .FirstOrDefault(static value => value.Length > 0) ?? "";

    private static string ToIdentifier(string segment)
    {
        var result = new StringBuilder();
        foreach (var c in segment)
        {
            result.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        var identifier = SyntaxFacts.IsIdentifierStartCharacter(result[0]) ? result.ToString() : "_" + result;
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
    }
}
