using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What is told of an attribute that does not hold where it stands.</summary>
/// <param name="Whole">What a policy holds for all the same; null where it guards nothing.</param>
/// <param name="Reason">Why it does not hold.</param>
/// <param name="Advice">Where it belongs.</param>
internal sealed record Misplacement(string? Whole, string Reason, string Advice)
{
    private const string OnClass = "Put it on the class";
    private const string OnEndpoints = "Put it on the endpoints or their group";

    internal static Misplacement HubMethod(INamedTypeSymbol hub) => new("hub", $"the methods of '{hub.Name}' are one endpoint", OnClass);

    internal static Misplacement NoHubMethod(IMethodSymbol method) => new(null, $"{Name(method)} is no public method of the hub", OnClass);

    internal static Misplacement PageHandler(INamedTypeSymbol page) => new("page", $"the handlers of '{page.Name}' are one endpoint", OnClass);

    internal static Misplacement NoPageHandler(IMethodSymbol method) => new(null, $"{Name(method)} is no handler of the page", OnClass);

    internal static Misplacement ConnectionMethod(INamedTypeSymbol handler) => new(null, $"of '{handler.Name}' only the attributes of the class are read", OnClass);

    internal static Misplacement NoAction(IMethodSymbol method) => new(null, $"{Name(method)} is no action", "Put it on the actions or the class");

    internal static Misplacement NoHandler(IMethodSymbol method) => new(null, $"{Name(method)} is not mapped as a handler", "Put it on the endpoint that calls it");

    internal static Misplacement StaticClass() => new(null, "nothing reads the attributes of a static class", "Put it on the methods that are mapped, or on the endpoints or their group");

    internal static Misplacement Class(INamedTypeSymbol type, string role) => new(null, $"'{type.Name}' {role}", OnEndpoints);

    internal void Report(AttributeData attribute, Demand demand, DiagnosticDescriptor rule, Action<Diagnostic> report) =>
        report(Diagnostic.Create(rule, attribute.Place(), attribute.ShortName(), Effect(demand), Reason, Advice));

    private string Effect(Demand demand) => demand == Demand.OptOut ? "opens nothing here"
        : Whole is null ? "guards nothing here"
        : $"holds for the whole {Whole}, not for this method alone";

    private static string Name(IMethodSymbol method) => $"'{method.ContainingType.Name}.{method.Name}'";
}
