using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>All named networks of a project, looked up by policies. Equal to another when the files and the guardrails it was made from are.</summary>
internal sealed class NetworkTable : IEquatable<NetworkTable>
{
    private const int HintedNames = 1_000;
    private const int ShownOfCircle = 3;

    private readonly EquatableArray<NetworksDocument> _documents;
    private readonly Guardrails _guardrails;
    private readonly Dictionary<string, Network> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clashing = new(StringComparer.Ordinal);

    internal NetworkTable(IEnumerable<NetworksDocument> documents, Guardrails guardrails)
    {
        // A project may hand one file over twice: equal ones count once, others define their networks twice.
        _documents = documents.Distinct().OrderBy(static document => document.Path, StringComparer.Ordinal).ToEquatableArray();
        _guardrails = guardrails;
        var problems = _documents.Select(static document => document.Path).Distinct().ToDictionary(static path => path, path => new ProblemList(path, guardrails.Severities));
        Collect(problems);
        var graph = new NetworkGraph(_networks);
        ReportCircles(graph, problems);
        Measure(graph, problems);
        NetworkListRules.Check(graph.Resolved.Where(network => _sizes.ContainsKey(network.Name)), this, guardrails, problems);
        Withdraw(graph, problems);
        Problems = problems.Values.SelectMany(static list => list.ToEquatableArray()).ToEquatableArray();
    }

    /// <summary>What is wrong between networks; what is wrong inside a file is reported with the file.</summary>
    internal EquatableArray<Problem> Problems { get; }

    /// <summary>Every network of the project that has a name of its own, in the order of files and places.</summary>
    internal IEnumerable<Network> All => _networks.Values;

    /// <summary>Whether a name is known, right or wrong.</summary>
    internal bool IsKnown(string name) => _names.Contains(name);

    /// <summary>The known name nearest to one that is not, sought among as many as a reader could know.</summary>
    internal string? Nearest(string name) => NearestName.Find(name, _names.Take(HintedNames));

    /// <summary>Finds a network that has no fault, nor uses one that has.</summary>
    internal bool TryGet(string name, out Network network) => _networks.TryGetValue(name, out network!) && _sizes.ContainsKey(name);

    /// <summary>How many entries a list has once its networks are written out; saturates far above any limit.</summary>
    internal long CountEntries(IEnumerable<PolicyEntry> entries)
    {
        var sum = 0L;
        foreach (var entry in NetworkGraph.AllEntries(entries))
        {
            sum += entry.Net is null ? 1 : _sizes.TryGetValue(entry.Net, out var size) ? size : 0;
            sum = Math.Min(sum, int.MaxValue);
        }

        return sum;
    }

    public bool Equals(NetworkTable? other) => other is not null && _documents.Equals(other._documents) && _guardrails == other._guardrails;

    public override bool Equals(object? obj) => Equals(obj as NetworkTable);

    public override int GetHashCode() => _documents.GetHashCode();

    // Which of two networks a policy means can't be told, so neither can be used.
    private void Collect(Dictionary<string, ProblemList> problems)
    {
        var identifiers = new Dictionary<string, Network>(StringComparer.OrdinalIgnoreCase);
        foreach (var network in _documents.SelectMany(static document => document.Networks))
        {
            var identifier = PolicyNames.ToIdentifier(network.Name);
            if (_names.Add(network.Name))
            {
                _networks.Add(network.Name, network);
            }

            if (!identifiers.TryGetValue(identifier, out var first))
            {
                identifiers.Add(identifier, network);
                continue;
            }

            _clashing.Add(first.Name);
            _clashing.Add(network.Name);
            problems[network.Path].Add(
                RuleIds.WrongShape,
                network.NameRange,
                first.Name == network.Name
                    ? $"The network '{network.Name}' is defined already in {first.Path}. Rename one; until then neither can be used."
                    : $"The networks '{first.Name}' ({first.Path}) and '{network.Name}' both become '{identifier}' in C#. Rename one; until then neither can be used.");
        }
    }

    private static void ReportCircles(NetworkGraph graph, Dictionary<string, ProblemList> problems)
    {
        foreach (var circle in graph.FindCircles())
        {
            var first = circle[0];
            var next = circle[1 % circle.Count];
            var entry = NetworkGraph.AllEntries(first.Addresses).First(entry => entry.Net == next.Name);
            var names = string.Join(" -> ", circle.Take(ShownOfCircle).Select(static network => network.Name));
            var more = circle.Count > ShownOfCircle ? $" -> {circle.Count - ShownOfCircle} more" : "";
            problems[first.Path].Add(RuleIds.NetworkCycle, entry.Range, $"The networks use each other in a circle: {names}{more} -> {first.Name}. Take one of these uses out.");
        }
    }

    private void Measure(NetworkGraph graph, Dictionary<string, ProblemList> problems)
    {
        var broken = new HashSet<string>(_documents.Where(static document => document.HasErrors).Select(static document => document.Path), StringComparer.Ordinal);
        foreach (var network in graph.Resolved)
        {
            var isUsable = UnknownNetworkRule.Check(network.Addresses, this, problems[network.Path])
                & ReportDepth(graph.DepthOf(network.Name), network, problems[network.Path])
                & !broken.Contains(network.Path)
                & !_clashing.Contains(network.Name);
            if (isUsable)
            {
                // A network without an entry that counts costs a visit all the same, or doubling it at each level would cost nothing.
                _sizes.Add(network.Name, Math.Max(1, CountEntries(network.Addresses)));
            }
        }
    }

    // What the rules on lists find makes a file as unusable as what its reader found.
    private void Withdraw(NetworkGraph graph, Dictionary<string, ProblemList> problems)
    {
        foreach (var network in graph.Resolved)
        {
            var uses = NetworkGraph.AllEntries(network.Addresses).Select(static entry => entry.Net).OfType<string>();
            if (problems[network.Path].HasErrors || !uses.All(_sizes.ContainsKey))
            {
                _sizes.Remove(network.Name);
            }
        }
    }

    private static bool ReportDepth(int depth, Network network, ProblemList problems)
    {
        // Those that use the first one too deep are as unusable, but not another cause.
        if (depth == PolicyLimits.NetworkDepth + 1)
        {
            problems.Add(RuleIds.UnreadableYaml, network.NameRange, $"The network '{network.Name}' uses networks more than {PolicyLimits.NetworkDepth} levels deep. Write the addresses of the lower ones here.");
        }

        return depth <= PolicyLimits.NetworkDepth;
    }
}
