using PolicySdk.Cli.Commands;
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
        var names = project.Policies.Select(static policy => policy.Name).Order(StringComparer.Ordinal).ToList();
        var found = project.Policies.Where(policy => name is null || policy.Name == name).ToList();
        return found.Count == 1 ? found[0]
            : found.Count > 1 && name is not null ? throw CommandException.Usage($"Several files say 'policy: {name}'. See 'policysdk lint'.")
            : found.Count > 1 ? throw CommandException.Usage($"Name a policy with --policy: {string.Join(", ", names)}.")
            : throw CommandException.Usage($"There is no policy '{name}'.{(NearestName.Find(name ?? "", names) is { } nearest ? $" Did you mean '{nearest}'?" : names.Count > 0 ? $" There are: {string.Join(", ", names)}." : " The folder has none.")}");
    }
}
