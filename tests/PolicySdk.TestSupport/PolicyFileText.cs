using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.TestSupport;

/// <summary>A policy file as the compiler hands it over.</summary>
internal sealed class PolicyFileText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    internal string RelativePath { get; } = path;

    public override string Path => PolicyFileOptions.ProjectDirectory + RelativePath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
