using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.Analyzers.Tests;

/// <summary>A file of the project that is no code, as the compiler hands it to analyzers.</summary>
internal sealed class PolicyFile(string path, string text) : AdditionalText
{
    internal const string Folder = "/project/";

    public override string Path => Folder + path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
