using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Looks at the attributes of each class and its methods: at once where the class tells all there is, otherwise when all code is known.</summary>
internal sealed class MisplacedAttributes(PolicySymbols symbols, AttributedClasses classes, HandlerUses uses)
{
    internal static readonly DiagnosticDescriptor AtEnd = Rules.AtCompilationEnd(Rules.MisplacedPolicy);

    private readonly ConcurrentBag<INamedTypeSymbol> _derived = [];
    private readonly ConcurrentBag<(ISymbol Symbol, INamedTypeSymbol Type, AttributedClass Kind, AttributeData Attribute)> _open = [];
    private readonly PlainPlaces _places = new(symbols);

    internal void Add(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsExtension)
        {
            return;
        }

        if (type.BaseType is { SpecialType: SpecialType.None })
        {
            _derived.Add(type);
            _places.Add(type);
        }

        foreach (var attribute in Of(type))
        {
            _open.Add((type, type, classes.KindOf(type), attribute));
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsImplicitlyDeclared: false } method)
            {
                Add(method, type, report);
            }
        }
    }

    internal void Finish(Action<Diagnostic> report)
    {
        foreach (var (symbol, type, kind, attribute) in _open.InSourceOrder(static one => one.Attribute.Place()))
        {
            var misplacement = symbol is IMethodSymbol method ? AtLast(method, type, kind) : AtLast(type, kind);
            misplacement?.Report(attribute, symbols.DemandOf(attribute), AtEnd, report);
        }
    }

    private IEnumerable<AttributeData> Of(ISymbol symbol) => symbol.GetAttributes().Where(attribute => symbols.IsPolicyMetadata(attribute.AttributeClass));

    private void Add(IMethodSymbol method, INamedTypeSymbol type, Action<Diagnostic> report)
    {
        foreach (var attribute in Of(method))
        {
            var kind = classes.KindOf(type);
            if (AtOnce(method, type, kind) is { } misplacement)
            {
                misplacement.Report(attribute, symbols.DemandOf(attribute), Rules.MisplacedPolicy, report);
            }
            else
            {
                _open.Add((method, type, kind, attribute));
            }
        }
    }

    private Misplacement? AtOnce(IMethodSymbol method, INamedTypeSymbol type, AttributedClass kind) => kind switch
    {
        AttributedClass.Hub => PolicyAttributes.IsHubMember(method) ? Misplacement.HubMethod(type) : Misplacement.NoHubMethod(method),
        AttributedClass.PageModel when classes.IsPageHandler(method) => Misplacement.PageHandler(type),
        AttributedClass.Connection => Misplacement.ConnectionMethod(type),
        _ => null,
    };

    private Misplacement? AtLast(INamedTypeSymbol type, AttributedClass kind) =>
        kind == AttributedClass.Plain && !uses.ReadsAttributes && !classes.HasOtherReaders(type) && IsPlain(type) ? _places.Of(type) : null;

    private Misplacement? AtLast(IMethodSymbol method, INamedTypeSymbol type, AttributedClass kind) => kind switch
    {
        _ when uses.HandsOver(method) => null,
        AttributedClass.Controller when !classes.IsAction(method) => Misplacement.NoAction(method),
        AttributedClass.PageModel => Misplacement.NoPageHandler(method),
        AttributedClass.Plain when !uses.FindsMethods && !classes.HasOtherReaders(method) && !_places.IsSeenElsewhere(method) && IsPlain(type) => Misplacement.NoHandler(method),
        _ => null,
    };

    // A base class hands its attributes and methods down: nothing may read those of what derives from it either.
    private bool IsPlain(INamedTypeSymbol type) => !uses.HandsOn(type) && (!type.IsAbstract || type.IsStatic)
        && _derived.All(one => !one.BaseType!.IsOrDerivesFrom(type) || (classes.KindOf(one) == AttributedClass.Plain && !uses.HandsOn(one)));
}
