using System.Text;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>The policy files of a project.</summary>
internal sealed record FuzzProject(IReadOnlyList<(string Path, string Text)> Files)
{
    /// <summary>A policy that nothing is done to, which stands beside the others.</summary>
    internal const string BesidePath = "policies/zz-beside.policy.yaml";

    internal const string BesideAddress = "100.20.30.41";

    private const string Beside = $"policy: zz-beside\nowner: beside\nallow:\n  - {{ip: {BesideAddress}, note: Beside, ticket: BE-1}}\n";

    /// <summary>All files, the policy beside them included.</summary>
    internal IReadOnlyList<(string Path, string Text)> All { get; } = [.. Files, (BesidePath, Beside)];

    internal int Length => Files.Sum(static file => file.Text.Length);

    internal bool Has(string name) => Files.Any(file => file.Path.EndsWith(name, StringComparison.Ordinal));

    /// <summary>The files as a person reads them, characters that are not seen written out.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var file in Files)
        {
            text.Append("--- ").AppendLine(file.Path);
            foreach (var c in file.Text)
            {
                text.Append(c == '\n' ? "\n" : c is >= ' ' and <= '~' ? c.ToString() : $"<U+{(int)c:X4}>");
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
