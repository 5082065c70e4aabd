using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.TestSupport;

/// <summary>The policy files of a project, compiled by Core alone: what the generator does, without the compiler.</summary>
/// <param name="Problems">Everything wrong, in the order of files and places.</param>
/// <param name="Policies">The policies, those with errors refusing everybody.</param>
internal sealed record CompiledProject(IReadOnlyList<Problem> Problems, IReadOnlyList<CompiledPolicy> Policies)
{
    internal bool HasErrors => Problems.Any(static problem => problem.Severity == ProblemSeverity.Error);

    internal static CompiledProject Of(params IReadOnlyList<(string Path, string Text)> files)
    {
        var read = files.Select(static file => PolicyFileReader.Read(new(file.Path, file.Text))).ToList();
        var documents = read.OfType<PolicyDocument>().ToList();
        var networks = new NetworkTable(read.OfType<NetworksDocument>());
        var clashes = PolicyNameClashes.Find(documents.Select(static document => new PolicyNameSummary(document.Path, document.Name, document.Identifier, document.NameRange)));
        var compiled = documents.Select(document => PolicyCompiler.Compile(document, networks)).ToList();
        var problems = read.Where(static file => file is not PolicyDocument).SelectMany(static file => file.Problems)
            .Concat(networks.Problems)
            .Concat(compiled.SelectMany(static policy => policy.Problems))
            .Concat(clashes.Problems)
            .OrderBy(static problem => problem.Path, StringComparer.Ordinal).ThenBy(static problem => problem.Range.Start);
        return new(
            [.. problems],
            [.. compiled.Where(policy => !clashes.Dropped.Contains(policy.Model.Path)).Select(policy => clashes.Denied.Contains(policy.Model.Path) ? policy.Denied() : policy)]);
    }
}
