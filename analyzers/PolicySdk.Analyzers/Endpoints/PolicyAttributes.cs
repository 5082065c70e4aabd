using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Reads the attributes that require a policy or open an endpoint.</summary>
internal static class PolicyAttributes
{
    private const string Suffix = "Attribute";

    /// <summary>Those on a type, its base types included, or on a method, those that it overrides included.</summary>
    internal static IEnumerable<AttributeData> Of(PolicySymbols symbols, ISymbol symbol) =>
        WithInherited(symbol).SelectMany(static one => one.GetAttributes()).Where(attribute => symbols.IsPolicyMetadata(attribute.AttributeClass));

    internal static bool Cover(PolicySymbols symbols, ISymbol symbol) => Of(symbols, symbol).Any();

    /// <summary>Whether a policy on one of the methods covers all of a class that is one endpoint: a hub or a page. An opt-out there opens nothing.</summary>
    internal static bool CoverByMember(PolicySymbols symbols, INamedTypeSymbol type, Func<IMethodSymbol, bool> isMember) =>
        type.BaseTypesAndSelf().SelectMany(static one => one.GetMembers().OfType<IMethodSymbol>())
            .Any(method => isMember(method) && method.GetAttributes().Any(attribute => symbols.IsRequireMetadata(attribute.AttributeClass)));

    /// <summary>Whether the policies of a method hold for all of a hub: those of every method that others can call.</summary>
    internal static bool IsHubMember(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public };

    /// <summary>What the nearest attributes of an action ask for: its own, else those of what it overrides. Of both on one method the policy holds.</summary>
    internal static Demand NearestOf(PolicySymbols symbols, IMethodSymbol action) => action.OverriddenAndSelf()
        .Select(one => one.GetAttributes().Select(symbols.DemandOf).Where(static demand => demand != Demand.None).DefaultIfEmpty().Min())
        .FirstOrDefault(static demand => demand != Demand.None);

    /// <summary>Where the attribute's name stands.</summary>
    internal static Location Place(this AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { Name: { } name }
        ? name.LastIdentifier().GetLocation()
        : Location.None;

    /// <summary>The attribute's name as it is usually written.</summary>
    internal static string ShortName(this AttributeData attribute) => attribute.AttributeClass!.Name is var name && name.EndsWith(Suffix, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - Suffix.Length)
        : name;

    private static IEnumerable<ISymbol> WithInherited(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => type.BaseTypesAndSelf(),
        IMethodSymbol method => method.OverriddenAndSelf(),
        _ => [symbol],
    };
}
