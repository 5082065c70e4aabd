using PolicySdk.Policies;

namespace PolicySdk.Testing.Mutations;

/// <summary>The files of a project with one change.</summary>
/// <param name="Change">What was changed, in words.</param>
/// <param name="Location">Where, as <c>file:line</c>.</param>
/// <param name="Original">The file as it is.</param>
/// <param name="Mutated">The file as it would be.</param>
internal sealed record Mutant(string Change, string Location, PolicyFile Original, PolicyFile Mutated)
{
    /// <summary>All files, with the change.</summary>
    internal IEnumerable<PolicyFile> Apply(IEnumerable<PolicyFile> files) => files.Select(file => ReferenceEquals(file, Original) ? Mutated : file);
}
