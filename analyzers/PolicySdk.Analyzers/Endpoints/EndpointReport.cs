using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Words and places of what is told of endpoints.</summary>
internal sealed class EndpointReport(PolicySymbols symbols, Action<Diagnostic> report, bool isEnd)
{
    internal static readonly DiagnosticDescriptor UnprotectedAtEnd = Rules.AtCompilationEnd(Rules.UnprotectedEndpoint);
    internal static readonly DiagnosticDescriptor UnknownAtEnd = Rules.AtCompilationEnd(Rules.UnknownEndpoint);

    internal void Mapped(Mapping mapping, Coverage coverage)
    {
        switch (coverage)
        {
            case Coverage.No when mapping.Kind is not (MappingKind.Opaque or MappingKind.DataSource):
                Unprotected(mapping.Location, mapping.Description, isAttribute: false);
                break;
            case Coverage.No:
                Unknown(mapping.Location, Of(mapping), "its endpoints can't be seen from here");
                break;
            case Coverage.Unknown:
                Unknown(mapping.Location, Of(mapping), "what it is mapped on, or what becomes of it, can't be followed");
                break;
        }
    }

    internal void Unprotected(Location location, string endpoint, bool isAttribute)
    {
        var name = symbols.ExamplePolicy;
        var advice = isAttribute ? $"[RequireIpPolicy<{name}>] or [AllowAnyAddress(reason)]" : $".RequireIpPolicy<{name}>() or .AllowAnyAddress(reason)";
        var rule = isEnd ? UnprotectedAtEnd : Rules.UnprotectedEndpoint;
        report(symbols.IsUnprotectedError
            ? Diagnostic.Create(rule, location, DiagnosticSeverity.Error, additionalLocations: null, properties: null, endpoint, advice)
            : Diagnostic.Create(rule, location, endpoint, advice));
    }

    internal void Unknown(Location location, string endpoint, string reason) =>
        report(Diagnostic.Create(isEnd ? UnknownAtEnd : Rules.UnknownEndpoint, location, endpoint, reason));

    private static string Of(Mapping mapping) => char.ToLowerInvariant(mapping.Description[0]) + mapping.Description.Substring(1);
}
