using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Decides about controllers, pages and components: by their attributes, or by what is put on the call that maps them all.</summary>
internal sealed class HandlerCoverage(PolicySymbols symbols, HandlerTypes handlers, EndpointReport report, Func<Mapping, Coverage> ask, Func<Mapping, Coverage> groups)
{
    internal void Report(IReadOnlyList<Mapping> mappings)
    {
        ReportControllers(Of(mappings, MappingKind.Controllers));
        ReportPages(Of(mappings, MappingKind.Pages));
        ReportComponents(Of(mappings, MappingKind.Components));
        ReportFallbacks(Of(mappings, MappingKind.ToController), () => AreControllersCovered(Of(mappings, MappingKind.Controllers)));
        ReportFallbacks(Of(mappings, MappingKind.ToPage), () => ArePagesCovered(Of(mappings, MappingKind.Pages)));
    }

    private static List<Mapping> Of(IReadOnlyList<Mapping> mappings, MappingKind kind) => [.. mappings.Where(mapping => mapping.Kind == kind)];

    // What is put on MapControllers() reaches all actions; what is put on a route, those alone that have no route of their own.
    private Coverage OfControllers(IEnumerable<Mapping> mappings, bool hasOwnRoute) => mappings
        .GroupBy(Receiver, SymbolEqualityComparer.Default)
        .Select(group => group.Where(static mapping => IsForAll(mapping)).Select(ask).Concat(group.Take(1).Select(groups)).Any()
            .Or(() => hasOwnRoute || group.All(IsForAll) ? Coverage.No : group.Where(static mapping => !IsForAll(mapping)).Select(ask).All()))
        .All();

    private static bool IsForAll(Mapping mapping) => mapping.Call.TargetMethod.Name == "MapControllers";

    private Coverage OfPages(List<Mapping> mappings) => mappings
        .GroupBy(Receiver, SymbolEqualityComparer.Default)
        .Select(group => group.Select(ask).Any())
        .All();

    private ISymbol? Receiver(Mapping mapping) =>
        mapping.Call.ArgumentsWithReceiver().Select(static argument => argument.Value.Strip()).FirstOrDefault(value => value.Type?.Implements(symbols.RouteBuilder) == true) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            var other => other?.Type,
        };

    private void ReportControllers(List<Mapping> mappings)
    {
        var routed = OfControllers(mappings, hasOwnRoute: true);
        foreach (var controller in InOrder(handlers.Controllers).Where(controller => mappings.Count > 0 || handlers.Types.IsMarked(controller)))
        {
            var area = handlers.Types.AreaOf(controller);
            var ofArea = mappings.Where(mapping => IsForAll(mapping) || ControllerRoute.Reaches(mapping.Call, area)).ToList();
            var hasRoutes = ofArea.Any(static mapping => !IsForAll(mapping));
            var conventional = OfControllers(ofArea, hasOwnRoute: false);
            var uncovered = handlers.UncoveredActions(controller)
                .Select(action => (Action: action, HasOwnRoute: handlers.Types.HasOwnRoute(controller, action)))
                .Where(one => one.HasOwnRoute ? routed != Coverage.Yes : conventional != Coverage.Yes && (hasRoutes || mappings.Count == 0))
                .ToList();
            ReportController(controller, [.. uncovered.Select(static one => one.Action)], uncovered.Select(one => one.HasOwnRoute ? routed : conventional).Least());
        }

        if (handlers.Controllers.IsEmpty && routed != Coverage.Yes)
        {
            Elsewhere(mappings.Where(mapping => IsForAll(mapping) || ask(mapping) != Coverage.Yes), "the controllers are in other projects");
        }
    }

    private void ReportController(INamedTypeSymbol controller, IReadOnlyList<IMethodSymbol> uncovered, Coverage coverage)
    {
        if (uncovered.Count == 0)
        {
            return;
        }

        if (uncovered.Count == handlers.Types.Actions(controller).Count())
        {
            Tell(controller, $"Controller '{controller.Name}'", coverage);
            return;
        }

        foreach (var action in uncovered)
        {
            Tell(symbols.IsSource(action) ? action : controller, $"Action '{controller.Name}.{action.Name}'", coverage);
        }
    }

    private void ReportPages(List<Mapping> mappings)
    {
        if (mappings.Count == 0)
        {
            return;
        }

        var coverage = OfPages(mappings);
        if (coverage == Coverage.Yes)
        {
            return;
        }

        foreach (var model in InOrder(handlers.PageModels).Where(model => !handlers.IsCovered(model)))
        {
            Tell(model, $"Page '{model.Name}'", coverage);
        }

        var isNoneSeen = handlers.Pages.IsEmpty && handlers.PageModels.IsEmpty;
        if (isNoneSeen || handlers.Pages.Any(page => !handlers.IsCovered(page)))
        {
            ReportCalls(mappings);
        }
    }

    private void ReportComponents(List<Mapping> mappings)
    {
        if (handlers.Components.IsEmpty || !handlers.Components.All(handlers.IsCovered))
        {
            ReportCalls(mappings);
        }
    }

    private void ReportCalls(List<Mapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            report.Mapped(mapping, ask(mapping));
        }
    }

    private Coverage AreControllersCovered(List<Mapping> mappings) => mappings.Count > 0 && OfControllers(mappings, hasOwnRoute: true) == Coverage.Yes
        ? Coverage.Yes
        : Share(handlers.Controllers.Select(controller => handlers.UncoveredActions(controller).Count == 0));

    private Coverage ArePagesCovered(List<Mapping> mappings) => mappings.Count > 0 && OfPages(mappings) == Coverage.Yes
        ? Coverage.Yes
        : Share(handlers.PageModels.Concat(handlers.Pages).Select(handlers.IsCovered));

    // Which of them a fallback leads to is not looked up.
    private static Coverage Share(IEnumerable<bool> covered) =>
        covered.Distinct().ToList() switch { [true] => Coverage.Yes, [_, _] => Coverage.Unknown, _ => Coverage.No };

    private void ReportFallbacks(List<Mapping> mappings, Func<Coverage> handled)
    {
        foreach (var mapping in mappings)
        {
            report.Mapped(mapping, ask(mapping).Or(handled));
        }
    }

    private void Elsewhere(IEnumerable<Mapping> mappings, string reason)
    {
        foreach (var mapping in mappings)
        {
            report.Unknown(mapping.Location, "what " + mapping.Call.TargetMethod.Name + " maps", reason);
        }
    }

    private void Tell(ISymbol symbol, string name, Coverage coverage)
    {
        if (symbol.Locations.FirstOrDefault(static location => location.IsInSource) is not { } location)
        {
            return;
        }

        if (coverage == Coverage.No)
        {
            report.Unprotected(location, name, isAttribute: true);
        }
        else
        {
            report.Unknown(location, name, "no call that maps it is in this project, or it can't be followed");
        }
    }

    private static IEnumerable<INamedTypeSymbol> InOrder(IEnumerable<INamedTypeSymbol> types) => types.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);
}
