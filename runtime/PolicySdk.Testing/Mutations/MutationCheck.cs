using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Testing.Mutations;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>
/// Proves that each line of a list earns its place. One at a time, in memory, every entry is removed, every prefix widened by one bit, every
/// exception and every block dropped, every date and every environment lifted; also in the networks that the policy uses. What no expectation
/// of a policy file, no other rule of the build and no assertion notices could be changed by mistake without anybody knowing.
/// </summary>
public static class MutationCheck
{
    /// <summary>Fails unless enough changes are noticed.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    /// <param name="assertions">Assertions in code, beside those of the policy files; called for the policy as it is, and for each change of it.</param>
    /// <param name="threshold">The least share that must be noticed, from 0 to 1; all by default.</param>
    /// <param name="mostMutants">How many changes are tried at most, evenly spread over the lists.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not from 0 to 1, or no change may be tried.</exception>
    /// <exception cref="InvalidOperationException">The file of the policy is not there, is another one than was compiled, or was compiled with errors.</exception>
    /// <exception cref="PolicyTestException">Fewer are noticed: the message names each, and the claim that would notice it. What an assertion throws for the policy as it is comes out as it is.</exception>
    public static MutationReport Verify<TPolicy>(Action<PolicyExpectations>? assertions = null, double threshold = 1, int mostMutants = 2_000)
        where TPolicy : IpPolicy, new()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        var report = Run<TPolicy>(assertions, mostMutants);
        return report.Coverage >= threshold ? report
            : throw new PolicyTestException(string.Create(CultureInfo.InvariantCulture, $"{report}\nAt least {threshold * 100:0.#} % must be noticed."));
    }

    /// <summary>Tries the changes, and tells what became of them.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    /// <param name="assertions">Assertions in code, beside those of the policy files; called for the policy as it is, and for each change of it.</param>
    /// <param name="mostMutants">How many changes are tried at most, evenly spread over the lists.</param>
    /// <exception cref="ArgumentOutOfRangeException">No change may be tried.</exception>
    /// <exception cref="InvalidOperationException">The file of the policy is not there, is another one than was compiled, or was compiled with errors.</exception>
    /// <exception cref="Exception">Whatever an assertion throws for the policy as it is.</exception>
    public static MutationReport Run<TPolicy>(Action<PolicyExpectations>? assertions = null, int mostMutants = 2_000)
        where TPolicy : IpPolicy, new()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostMutants);
        return Run(CompiledPolicies.Of(IpPolicy.Of<TPolicy>()), assertions ?? (static _ => { }), mostMutants);
    }

    internal static MutationReport Run(TestedPolicy policy, Action<PolicyExpectations> assertions, int mostMutants)
    {
        assertions(Expectations(policy));
        var all = MutantSource.Of(policy.Document, policy.Project.Files).ToList();
        var tried = all.Count <= mostMutants ? all : [.. Enumerable.Range(0, mostMutants).Select(index => all[(int)((long)index * all.Count / mostMutants)])];
        var survivors = new List<SurvivingMutant>();
        var withoutEffect = new List<string>();
        foreach (var mutant in tried)
        {
            var project = new TestedProject(Policies.ProjectFiles.Of(mutant.Apply(policy.Project.Files.Files)));
            if (project.Errors.Any() || project.Find(policy.Document.Name) is not { } mutated || Fails(assertions, mutated))
            {
                continue;
            }

            if (Difference(mutated, policy) is var (difference, environment))
            {
                survivors.Add(new(mutant.Change, mutant.Location, ClaimSuggestion.Find(policy, mutated, difference, environment)));
            }
            else
            {
                withoutEffect.Add($"{mutant.Location}: {mutant.Change}");
            }
        }

        return new(policy.Document.Name, tried.Count - survivors.Count - withoutEffect.Count, survivors, withoutEffect, all.Count - tried.Count);
    }

    // Whatever an assertion throws, its framework would call it a failure.
    private static bool Fails(Action<PolicyExpectations> assertions, TestedPolicy mutated)
    {
        try
        {
            assertions(Expectations(mutated));
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static (PolicyDifference Difference, string Environment)? Difference(TestedPolicy mutated, TestedPolicy policy)
    {
        var environments = mutated.Environments.Union(policy.Environments, StringComparer.OrdinalIgnoreCase);
        return environments
            .Select(environment => policy.DifferenceOf(mutated, Comparison(environment)) is { } difference ? ((PolicyDifference, string)?)(difference, environment) : null)
            .FirstOrDefault(static found => found is not null);
    }

    private static Expectation Comparison(string environment) => new(ExpectationKind.SameAs, default, [], 0, IpAddressFamily.IPv4, "", null, default, null, environment);

    private static PolicyExpectations Expectations(TestedPolicy policy) => new(policy, client: null, day: null, Expectation.DefaultEnvironment);
}
