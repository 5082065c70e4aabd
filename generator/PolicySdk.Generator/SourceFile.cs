using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicySdk.Policies;

namespace PolicySdk.Generator;

/// <summary>A policy file of the project, and where it lies on this machine, for diagnostics only.</summary>
internal sealed record SourceFile(PolicyInput Input, string FullPath)
{
    private const string PathMetadata = "build_metadata.AdditionalFiles.PolicySdkPath";

    /// <summary>Takes the additional files that the package's build files mark as policy files.</summary>
    internal static SourceFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!options.GetOptions(file).TryGetValue(PathMetadata, out var path) || path.Length == 0)
        {
            return null;
        }

        var text = file.GetText(cancellation);
        return new(new(path.Replace('\\', '/'), text?.ToString() ?? "") { IsUtf8 = text?.Encoding is null or UTF8Encoding }, file.Path);
    }
}
