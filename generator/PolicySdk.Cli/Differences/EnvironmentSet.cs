using PolicySdk.Collections;

namespace PolicySdk.Cli.Differences;

/// <summary>Host environments, of which nobody knows all.</summary>
/// <param name="Names">The environments, or those that are left out.</param>
/// <param name="IsAllBut">Whether it is every environment but these.</param>
internal sealed record EnvironmentSet(EquatableArray<string> Names, bool IsAllBut)
{
    internal static readonly EnvironmentSet All = new([], IsAllBut: true);

    /// <summary>As it stands in a sentence; nothing for all.</summary>
    internal string Text => Names.Count == 0 ? "" : $" {(IsAllBut ? "everywhere but in" : "in")} {string.Join(", ", Names)}";

    /// <summary>Some of the environments that entries name, and where <paramref name="withOthers"/> is true those that none does.</summary>
    internal static EnvironmentSet Of(IReadOnlyCollection<string> some, bool withOthers, IReadOnlyCollection<string> named) =>
        withOthers ? new(named.Except(some).ToEquatableArray(), IsAllBut: true) : new(some.ToEquatableArray(), IsAllBut: false);

    internal bool Contains(string environment) => Names.Contains(environment, StringComparer.OrdinalIgnoreCase) != IsAllBut;
}
