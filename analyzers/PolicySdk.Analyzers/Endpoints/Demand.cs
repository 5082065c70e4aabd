using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What a call or an attribute asks for.</summary>
internal enum Demand
{
    None,

    /// <summary>A policy. It holds where one place asks for both, and so comes first.</summary>
    Policy,
    OptOut,
}

/// <summary>Reads demands. Of two that differ the nearer one discards the farther.</summary>
internal static class DemandExtensions
{
    internal static Demand DemandOf(this PolicySymbols symbols, IMethodSymbol method) =>
        symbols.IsRequireCall(method) ? Demand.Policy : symbols.IsAllowCall(method) ? Demand.OptOut : Demand.None;

    internal static Demand DemandOf(this PolicySymbols symbols, AttributeData attribute) =>
        symbols.IsRequireMetadata(attribute.AttributeClass) ? Demand.Policy : symbols.IsAllowMetadata(attribute.AttributeClass) ? Demand.OptOut : Demand.None;

    internal static bool Discards(this Demand nearer, Demand farther) => nearer != Demand.None && farther != Demand.None && nearer != farther;
}
