using System.Collections.Concurrent;
using System.Reflection;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Testing.Sources;

/// <summary>The policies of a project, as its files say them.</summary>
internal sealed class TestedProject
{
    private static readonly ConcurrentDictionary<Assembly, TestedProject> Read = [];

    private readonly ConcurrentDictionary<string, TestedPolicy> _policies = new(StringComparer.Ordinal);
    private readonly Lazy<PolicyProject> _compiled;

    internal TestedProject(ProjectFiles files)
    {
        Files = files;
        _compiled = new(() => PolicyProject.Compile(files, today: null));
    }

    internal ProjectFiles Files { get; }

    /// <summary>Held while sets of a policy are asked: tests run side by side.</summary>
    internal Lock Asking { get; } = new();

    /// <summary>What the build finds wrong, the day left out.</summary>
    internal IEnumerable<Problem> Errors => _compiled.Value.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error);

    internal static TestedProject Of(Assembly assembly) =>
        Read.GetOrAdd(assembly, static assembly => new(ProjectFiles.Of(PolicyFolder.Of(assembly).Inputs.Select(PolicyFileReader.Read))));

    /// <summary>The fingerprint that the policy would have if it were compiled now; empty where it does not compile.</summary>
    internal string RevisionOf(string policy) => _compiled.Value.Policies.FirstOrDefault(compiled => compiled.Model.Name == policy)?.Model.Revision ?? "";

    /// <summary>A policy by its name, or null where no file has it.</summary>
    internal TestedPolicy? Find(string policy) =>
        Files.Policies.FirstOrDefault(document => document.Name == policy) is { } document ? _policies.GetOrAdd(policy, _ => new(this, document)) : null;
}
