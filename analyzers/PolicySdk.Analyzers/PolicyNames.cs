using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers;

/// <summary>What generated code tells of the policies of a project.</summary>
internal static class PolicyNames
{
    /// <summary>The generated class that holds the policies of a project.</summary>
    internal const string Registry = "IpPolicies";

    private const string Guardrails = "IpPolicyGuardrailsAttribute";

    /// <summary>The policies of this project, in order of their names.</summary>
    internal static IEnumerable<INamedTypeSymbol> All(PolicySymbols symbols) => Registries(symbols.Compilation)
        .SelectMany(static type => type.GetTypeMembers())
        .Where(type => type.IsOrDerivesFrom(symbols.Policy))
        .OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>The classes of this project that hold policies.</summary>
    internal static IEnumerable<INamedTypeSymbol> Registries(Compilation compilation) => compilation.GetSymbolsWithName(Registry, SymbolFilter.Type).OfType<INamedTypeSymbol>();

    /// <summary>A policy as it is usually written in code.</summary>
    internal static string Of(INamedTypeSymbol policy) => $"{Registry}.{policy.Name}";

    /// <summary>A policy for advice: the first of the project, or a name to replace where it has none.</summary>
    internal static string Example(PolicySymbols symbols) => All(symbols).FirstOrDefault() is { } policy ? Of(policy) : $"{Registry}.YourPolicy";

    /// <summary>Whether guardrails make an error of an endpoint without a policy.</summary>
    internal static bool UnprotectedIsError(PolicySymbols symbols) => symbols.Compilation.Assembly.GetAttributes()
        .Any(static attribute => attribute.AttributeClass?.Name == Guardrails && attribute.NamedArguments.Any(static argument => argument is { Key: "UnprotectedEndpointsAreErrors", Value.Value: true }));
}
