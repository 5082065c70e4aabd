using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.TestSupport;

/// <summary>The properties and metadata that the package's build files hand to the generator.</summary>
internal sealed class PolicyFileOptions(string rootNamespace, string today = PolicyFileOptions.Today) : AnalyzerConfigOptionsProvider
{
    internal const string Today = "2026-11-25";

    internal const string ProjectDirectory = "/project/";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = rootNamespace, ["build_property._PolicySdkDay"] = today });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(new() { ["build_metadata.AdditionalFiles.PolicySdkPath"] = textFile.Path[ProjectDirectory.Length..] });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
