using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers;

/// <summary>What generated code tells of the policies of a project.</summary>
internal static class PolicyNames
{
    internal const string Registry = "IpPolicies";
    private const string Guardrails = "IpPolicyGuardrailsAttribute";

    /// <summary>The policies of this project, in order of their names.</summary>
    internal static IEnumerable<INamedTypeSymbol> All(PolicySymbols symbols) => symbols.Compilation.GetSymbolsWithName(Registry, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .SelectMany(static type => type.GetTypeMembers())
        .Where(type => type.IsOrDerivesFrom(symbols.Policy))
        .OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>A policy as it is written in code; null where the project has none.</summary>
    internal static string? First(PolicySymbols symbols) => All(symbols).FirstOrDefault() is { } policy ? $"{Registry}.{policy.Name}" : null;

    /// <summary>Whether guardrails make an error of an endpoint without a policy.</summary>
    internal static bool UnprotectedIsError(PolicySymbols symbols) => symbols.Compilation.Assembly.GetAttributes()
        .Any(static attribute => attribute.AttributeClass?.Name == Guardrails && attribute.NamedArguments.Any(static argument => argument is { Key: "UnprotectedEndpointsAreErrors", Value.Value: true }));
}
