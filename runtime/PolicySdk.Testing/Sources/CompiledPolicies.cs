using System.Collections.Concurrent;

namespace PolicySdk.Testing.Sources;

/// <summary>The sets of addresses of compiled policies: those of their files, after proof that the compiled code decides the same.</summary>
internal static class CompiledPolicies
{
    private static readonly ConcurrentDictionary<IpPolicy, TestedPolicy> Proven = [];

    /// <summary>The sets of a policy.</summary>
    /// <exception cref="InvalidOperationException">Its file is not there, does not compile, or is another one than was compiled.</exception>
    internal static TestedPolicy Of(IpPolicy policy) => Proven.GetOrAdd(policy, Prove);

    private static TestedPolicy Prove(IpPolicy policy)
    {
        var project = TestedProject.Of(policy.GetType().Assembly);
        if (!policy.IsValid)
        {
            throw new InvalidOperationException($"The policy '{policy.Name}' was compiled with errors and refuses everybody. {project.Errors.FirstOrDefault()?.Message}");
        }

        var tested = project.Find(policy.Name);
        if (tested is null || project.RevisionOf(policy.Name) != policy.Revision)
        {
            throw new InvalidOperationException(
                $"The policy '{policy.Name}' was compiled from another text than its file has now ({tested?.Document.Path ?? "no file has that name"}). Build again, without errors, and run the tests.");
        }

        lock (project.Asking)
        {
            CompiledAgreement.Verify(tested, policy);
        }

        return tested;
    }
}
