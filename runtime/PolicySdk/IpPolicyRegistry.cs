using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicySdk;

/// <summary>The policies that were compiled into this process. Generated code adds to it when its assembly is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IpPolicyRegistry
{
    private static ImmutableArray<Func<IReadOnlyList<IpPolicy>>> _sources = [];

    /// <summary>All policies of all assemblies loaded so far, in the order in which the assemblies were loaded.</summary>
    public static IReadOnlyList<IpPolicy> Policies => [.. _sources.SelectMany(static source => source())];

    /// <summary>Adds the policies of one assembly.</summary>
    /// <param name="source">Gives them, anew on each call, so that hot reload is seen.</param>
    public static void Add(Func<IReadOnlyList<IpPolicy>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ImmutableInterlocked.Update(ref _sources, static (sources, added) => sources.Add(added), source);
    }
}
