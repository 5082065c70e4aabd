using PolicySdk.Expectations;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Testing;

/// <summary>Reads what claims in code speak of, by the grammar of policy files.</summary>
internal static class ClaimReader
{
    /// <summary>Reads addresses, prefixes, ranges and names of networks.</summary>
    /// <exception cref="ArgumentException">One of them is none of these.</exception>
    internal static IReadOnlyList<AddressTarget> ReadTargets(TestedPolicy policy, string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Length == 0)
        {
            throw new ArgumentException("A claim about no address says nothing. Name addresses, prefixes, ranges or networks.", nameof(texts));
        }

        return Array.ConvertAll(texts, text => ReadTarget(policy, text));
    }

    /// <summary>The client, if the policy has a list for it.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    internal static string ReadClient(TestedPolicy policy, string client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (policy.Sets.IndexOf(client) is not null)
        {
            return client;
        }

        var nearest = NearestName.Find(client, policy.Document.Clients.Select(static known => known.Id));
        throw new ArgumentException($"The policy '{policy.Document.Name}' has no client {Problem.Quote(client)}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}", nameof(client));
    }

    private static AddressTarget ReadTarget(TestedPolicy policy, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList("");
        var target = AddressTargetReader.ReadAll("address", [new YamlScalar(default, text, isPlain: false, isBlock: false)], problems)?[0];
        if (target is null)
        {
            throw new ArgumentException(problems.ToEquatableArray()[0].Message, nameof(text));
        }

        var networks = policy.Project.Files.Context.Networks;
        if (target.Net is { } name && !networks.TryGet(name, out _))
        {
            var nearest = NearestName.Find(name, networks.All.Select(static network => network.Name));
            throw new ArgumentException($"{Problem.Quote(name)} is no address, and the project has no network of that name.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}", nameof(text));
        }

        return target;
    }
}
