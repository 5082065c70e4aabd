using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Explaining;

/// <summary>What a policy says of an address, for each caller for whom it says something of its own.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="IsValid">Whether it compiles; one that does not refuses everybody.</param>
/// <param name="Callers">Callers without a client first, then clients.</param>
/// <param name="OtherClients">How many clients have what callers without a client have.</param>
internal sealed record PolicyExplanation(PolicyDocument Policy, bool IsValid, IReadOnlyList<Explanation> Callers, int OtherClients)
{
    /// <summary>Explains a policy to a client that is named, or to all.</summary>
    internal static PolicyExplanation Of(PolicyDocument policy, bool isValid, NetworkTable networks, IpAddressValue address, string? client, Moment moment)
    {
        if (!isValid)
        {
            return new(policy, false, [], 0);
        }

        var sets = new EnforcedSets(ExpandedPolicy.Of(policy, networks, new(long.MaxValue)), new(long.MaxValue));
        if (client is not null)
        {
            return new(policy, true, [Explanation.Of(sets, address, client, moment)], 0);
        }

        var own = policy.Clients.Zip(sets.Policy.Clients).Where(pair => pair.Second.Any(entry => entry.Pieces.Any(piece => piece.Range.Contains(address))));
        string?[] callers = [null, .. own.Select(static pair => pair.First.Id)];
        return new(policy, true, [.. callers.Select(caller => Explanation.Of(sets, address, caller, moment))], policy.Clients.Count - callers.Length + 1);
    }
}
