using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>An index of the code that maps endpoints: who calls what, where variables get their values and where they are used.</summary>
internal sealed partial class EndpointCode(PolicySymbols symbols)
{
    private static readonly IReadOnlyList<IOperation> None = [];

    private readonly Dictionary<ISymbol, List<IOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _methodReferences = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, ISymbol> _owners = [];
    private readonly HashSet<IOperation> _jumping = [];

    /// <summary>Every call, in the order in which code was added.</summary>
    internal List<IInvocationOperation> Invocations { get; } = [];

    /// <summary>Calls of a method, those through what it implements or overrides included.</summary>
    internal IEnumerable<IOperation> CallsOf(IMethodSymbol method) => Contracts((IMethodSymbol)method.Declaration()).Prepend(method.Declaration()).SelectMany(one => Find(_calls, one));

    /// <summary>Places that hand a method over as a delegate.</summary>
    internal IEnumerable<IOperation> MethodReferencesOf(IMethodSymbol method) => Find(_methodReferences, method.Declaration());

    /// <summary>Uses of a variable.</summary>
    internal IReadOnlyList<IOperation> ReferencesOf(ISymbol variable) => Find(_references, variable.Declaration());

    /// <summary>Whether the member that code is part of has a <c>goto</c>.</summary>
    internal bool HasJumps(IOperation operation) => _jumping.Contains(operation.Root());

    /// <summary>What a variable is set to, in the order of the text; what can't be seen by the place that sets it.</summary>
    internal IReadOnlyList<IOperation> ValuesOf(ISymbol variable) => Find(_values, variable.Declaration());

    /// <summary>What a method, function or getter gives back.</summary>
    internal IReadOnlyList<IOperation> ReturnsOf(ISymbol function) => Find(_returns, function.Declaration());

    /// <summary>The methods with a body that a call of a method may run.</summary>
    internal IEnumerable<IMethodSymbol> Targets(IMethodSymbol method)
    {
        var definition = (IMethodSymbol)method.Declaration();
        var implementations = _implementations.TryGetValue(definition, out var found) ? found : [];
        return _bodies.ContainsKey(definition) ? implementations.Prepend(definition) : implementations;
    }

    internal IOperation? BodyOf(ISymbol function) => _bodies.TryGetValue(function.Declaration(), out var body) ? body : null;

    /// <summary>The method, local function, lambda, field or property that code is part of; null where it was not added.</summary>
    internal ISymbol? OwnerOf(IOperation operation)
    {
        for (var one = operation; ; one = one.Parent)
        {
            switch (one)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
                case { Parent: null }:
                    return _owners.TryGetValue(one, out var owner) ? owner : null;
            }
        }
    }

    /// <summary>The member that code is part of, functions within it not counted; null where it was not added.</summary>
    internal ISymbol? MemberOf(IOperation operation) => _owners.TryGetValue(operation.Root(), out var owner) ? owner : null;

    private static IReadOnlyList<IOperation> Find(Dictionary<ISymbol, List<IOperation>> index, ISymbol symbol) => index.TryGetValue(symbol, out var found) ? found : None;

    // The members that stand for a method where it is called: a call of them may run it.
    private static IEnumerable<ISymbol> Contracts(IMethodSymbol method)
    {
        foreach (var overridden in method.OverriddenAndSelf().Skip(1))
        {
            yield return overridden.Declaration();
        }

        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.ContainingType is not { } type)
        {
            yield break;
        }

        foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers().OfType<IMethodSymbol>()))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.Declaration(), method.Declaration()))
            {
                yield return member.Declaration();
            }
        }
    }
}
