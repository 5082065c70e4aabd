using PolicySdk.Policies;

namespace PolicySdk.Cli.Sources;

/// <summary>The policies that an option names.</summary>
internal static class PolicyChoice
{
    /// <summary>The one of that name, or all.</summary>
    /// <exception cref="CommandException">There is none of that name, or none at all.</exception>
    internal static IReadOnlyList<PolicyDocument> Of(ProjectFiles project, string? name) => name is null
        ? project.Policies.Count > 0 ? project.Policies : throw CommandException.Usage("The folder has no policy. Begin with 'policysdk new'.")
        : [One(project, name)];

    /// <summary>The one of that name; without a name the only one.</summary>
    /// <exception cref="CommandException">There is none of that name, or several.</exception>
    internal static PolicyDocument One(ProjectFiles project, string? name)
    {
        var found = Of(project, name: null).Where(policy => name is null || policy.Name == name).ToList();
        var names = project.Policies.Select(static policy => policy.Name).Order(StringComparer.Ordinal);
        return (found.Count, name) switch
        {
            (1, _) => found[0],
            (0, _) => throw CommandException.Usage($"There is no policy '{name}'.{Nearest(name!, names)}"),
            (_, null) => throw CommandException.Usage($"Name a policy with --policy: {string.Join(", ", names)}."),
            _ => throw CommandException.Usage($"Several files say 'policy: {name}'. See 'policysdk lint'."),
        };
    }

    /// <summary>What may have been meant; nothing where there is nothing.</summary>
    internal static string Nearest(string name, IEnumerable<string> names)
    {
        var there = names.ToList();
        return NearestName.Find(name, there) is { } nearest ? $" Did you mean '{nearest}'?"
            : there.Count > 0 ? $" There are: {string.Join(", ", there)}."
            : "";
    }
}
