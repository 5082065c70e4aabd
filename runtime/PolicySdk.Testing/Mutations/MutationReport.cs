using System.Globalization;
using System.Text;

namespace PolicySdk.Testing;

/// <summary>What became of the changes of a policy that a mutation check tried.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Noticed">How many changes an expectation, another rule of the build, or an assertion noticed.</param>
/// <param name="Survivors">The changes that nobody noticed.</param>
/// <param name="WithoutEffect">Changes after which the policy decides as before: the entry is not needed, or not in that form.</param>
/// <param name="LeftOut">How many changes were not tried, because there are more than were asked for.</param>
public sealed record MutationReport(
    string Policy, int Noticed, IReadOnlyList<SurvivingMutant> Survivors, IReadOnlyList<string> WithoutEffect, int LeftOut)
{
    /// <summary>The share of the changes with an effect that were noticed, from 0 to 1; 1 where none has an effect. Those without effect count neither way: entries that nobody needs are for the build to find.</summary>
    public double Coverage => Noticed + Survivors.Count == 0 ? 1 : (double)Noticed / (Noticed + Survivors.Count);

    /// <summary>The report for people, a line for each change that nobody noticed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Policy}: {Noticed} of {Noticed + Survivors.Count} changes would be noticed ({Coverage * 100:0.#} %).");
        if (LeftOut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {LeftOut} more were not tried.");
        }

        foreach (var survivor in Survivors)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {survivor.Location}: nobody notices that {survivor.Change}. {(survivor.Claim is { } claim ? $"Claim {claim}." : "No claim about one address would tell; claim 'within' or 'at-most'.")}");
        }

        foreach (var change in WithoutEffect)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {change}: no decision changes.");
        }

        return text.ToString();
    }
}

/// <summary>A change that nobody noticed.</summary>
/// <param name="Change">What was changed.</param>
/// <param name="Location">Where, as <c>file:line</c>.</param>
/// <param name="Claim">A claim for the policy's <c>expect</c> that would notice it, or null where none about a single address would.</param>
public sealed record SurvivingMutant(string Change, string Location, string? Claim);
