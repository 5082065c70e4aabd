namespace PolicySdk.Policies;

/// <summary>Which networks use which: the order in which they can be resolved, and the circles among the rest.</summary>
internal sealed class NetworkGraph
{
    private readonly Dictionary<string, Network> _networks;
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

    internal NetworkGraph(Dictionary<string, Network> networks)
    {
        _networks = networks;
        Resolve();
    }

    /// <summary>The networks that lead into no circle, each after those that it uses.</summary>
    internal List<Network> Resolved { get; } = [];

    /// <summary>How many levels of networks a resolved one has below it.</summary>
    internal int DepthOf(string name) => _depths.TryGetValue(name, out var depth) ? depth : 0;

    /// <summary>The circles, each as its networks in order; every network is in one circle at the most.</summary>
    internal IEnumerable<IReadOnlyList<Network>> FindCircles()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in _networks.Values.Where(network => !_depths.ContainsKey(network.Name)))
        {
            var path = new List<Network>();
            var current = start;
            while (seen.Add(current.Name))
            {
                path.Add(current);
                current = UsedBy(current).First(network => !_depths.ContainsKey(network.Name));
            }

            var entry = path.IndexOf(current);
            if (entry >= 0)
            {
                yield return path.GetRange(entry, path.Count - entry);
            }
        }
    }

    /// <summary>All entries of a list and of what is subtracted from them; what is switched off only where that is asked for.</summary>
    internal static IEnumerable<PolicyEntry> AllEntries(IEnumerable<PolicyEntry> entries, bool withSwitchedOff = false)
    {
        foreach (var entry in entries.Where(entry => withSwitchedOff || entry.Off is null))
        {
            yield return entry;
            if (entry.Except.Count == 0)
            {
                continue;
            }

            foreach (var exception in AllEntries(entry.Except, withSwitchedOff))
            {
                yield return exception;
            }
        }
    }

    private IEnumerable<Network> UsedBy(Network network) =>
        AllEntries(network.Addresses)
            .Where(entry => entry.Net is not null && _networks.ContainsKey(entry.Net))
            .Select(entry => _networks[entry.Net!]);

    // Kahn's algorithm, without recursion: a chain of networks can be as long as the file.
    private void Resolve()
    {
        var users = new Dictionary<string, List<Network>>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var network in _networks.Values)
        {
            var used = new HashSet<string>(UsedBy(network).Select(static other => other.Name), StringComparer.Ordinal);
            waiting[network.Name] = used.Count;
            foreach (var other in used)
            {
                if (!users.TryGetValue(other, out var list))
                {
                    users.Add(other, list = []);
                }

                list.Add(network);
            }
        }

        var ready = new Queue<Network>(_networks.Values.Where(network => waiting[network.Name] == 0));
        while (ready.Count > 0)
        {
            var network = ready.Dequeue();
            Resolved.Add(network);
            _depths[network.Name] = UsedBy(network).Select(used => DepthOf(used.Name) + 1).DefaultIfEmpty(0).Max();
            foreach (var user in users.TryGetValue(network.Name, out var list) ? list : [])
            {
                if (--waiting[user.Name] == 0)
                {
                    ready.Enqueue(user);
                }
            }
        }
    }
}
