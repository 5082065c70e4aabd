using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>A project on one side of a change.</summary>
internal sealed class ComparedProject
{
    private readonly Dictionary<string, PolicyDocument> _documents;
    private readonly HashSet<string> _valid;
    private readonly CalendarDate _today;

    internal ComparedProject(ProjectFiles files, CalendarDate today)
    {
        (Files, _today) = (files, today);

        // Of policies with one name none compiles.
        _documents = files.Policies.DistinctBy(static policy => policy.Name).ToDictionary(static policy => policy.Name, StringComparer.Ordinal);
        _valid = PolicyProject.ValidPaths(files);
    }

    internal ProjectFiles Files { get; }

    internal IEnumerable<string> Names => _documents.Keys;

    /// <summary>By which header callers are named, and behind how many proxies.</summary>
    internal (string? Header, int? Limit) ClientAddress =>
        Files.Files.OfType<ClientAddressDocument>().FirstOrDefault() is { } document ? (document.Header, document.Limit) : (null, null);

    /// <summary>What a policy is here, or null.</summary>
    internal PolicyState? State(string name) => _documents.TryGetValue(name, out var document)
        ? new(document.Path, _valid.Contains(document.Path), document.ReportsUntil(_today))
        : null;

    /// <summary>The lists of a policy, or null where it lets nobody in.</summary>
    internal ComparedPolicy? Lists(string name) => State(name) is { IsValid: true } ? new(_documents[name], Files.Context.Networks) : null;
}
