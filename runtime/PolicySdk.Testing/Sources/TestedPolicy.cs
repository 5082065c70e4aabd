using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Sources;

/// <summary>A policy whose sets of addresses can be asked for.</summary>
internal sealed class TestedPolicy
{
    private readonly NetworkSets _networks;

    internal TestedPolicy(TestedProject project, PolicyDocument document)
    {
        Project = project;
        Document = document;
        Sets = new(ExpandedPolicy.Of(document, project.Files.Context.Networks, Unlimited()), Unlimited());
        _networks = new(project.Files.Context.Networks, Unlimited());
    }

    internal TestedProject Project { get; }

    internal PolicyDocument Document { get; }

    /// <summary>The sets; whoever asks them for addresses holds <see cref="TestedProject.Asking"/>, as they remember answers.</summary>
    internal EnforcedSets Sets { get; }

    /// <summary>The environments in which it may decide differently: production, and those that entries name.</summary>
    internal IReadOnlyList<string> Environments =>
        [.. Sets.Policy.Rows.SelectMany(static row => row.OnlyIn).Prepend(Expectation.DefaultEnvironment).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Why a claim about this policy alone does not hold, or null.</summary>
    internal Refutation? Refute(Expectation claim)
    {
        lock (Project.Asking)
        {
            return new ClaimRefuter(Sets, _networks).Refute(claim);
        }
    }

    /// <summary>Why a claim that compares it with another policy does not hold, or null.</summary>
    internal Refutation? Refute(Expectation claim, TestedPolicy other)
    {
        lock (Project.Asking)
        {
            return PolicyComparison.Refute(Sets, other.Sets, claim);
        }
    }

    /// <summary>Where a changed form of it, which nobody else asks, decides otherwise; null where nowhere.</summary>
    internal PolicyDifference? DifferenceOf(TestedPolicy changed, Expectation claim)
    {
        lock (Project.Asking)
        {
            return PolicyComparison.FindDifference(changed.Sets, Sets, claim);
        }
    }

    /// <summary>Whether an address is let in.</summary>
    internal bool Allows(IpAddressValue address, string? client, CalendarDate day, string environment)
    {
        lock (Project.Asking)
        {
            return !Sets.Allowed(Sets.CallersOf(client), new(day, environment, IsCertain: true), new(address, address)).IsEmpty;
        }
    }

    /// <summary>Whether any entry lets an address in, for any client, on any day, in any environment, or would if it were not blocked.</summary>
    internal bool HasEntryFor(IpAddressValue address) => Sets.Policy.AllowedLists.Any(list => list.Any(entry => entry.Pieces.Any(piece => piece.Range.Contains(address))));

    // The build has a limit for files that nobody would write; what is tested has passed it.
    private static WorkBudget Unlimited() => new(long.MaxValue);
}
