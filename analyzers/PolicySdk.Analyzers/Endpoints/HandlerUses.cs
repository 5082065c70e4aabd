using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicySdk.Analyzers.Pipeline;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What a project does by which attributes might be read: methods handed over as delegates, classes handed on, reflection.</summary>
internal sealed class HandlerUses(PolicySymbols symbols)
{
    private static readonly HashSet<string> AttributeReaders = ["GetCustomAttribute", "GetCustomAttributes", "GetCustomAttributesData", "IsDefined"];
    private static readonly HashSet<string> MethodFinders = ["GetMethod", "GetMethods", "GetMember", "GetMembers", "GetRuntimeMethod", "GetRuntimeMethods", "GetDeclaredMethod", "GetDeclaredMethods", "GetCurrentMethod", "FindMembers", "CreateDelegate"];

    private readonly ConcurrentDictionary<ISymbol, bool> _delegates = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _contracts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, bool> _handedOn = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _arguments = new(SymbolEqualityComparer.Default);
    private volatile bool _mapsParameters;
    private volatile bool _readsAttributes;
    private volatile bool _findsMethods;

    /// <summary>Whether the project looks for attributes itself.</summary>
    internal bool ReadsAttributes => _readsAttributes;

    /// <summary>Whether the project looks for methods itself.</summary>
    internal bool FindsMethods => _findsMethods;

    internal void Add(IOperation operation)
    {
        switch (operation)
        {
            case IMethodReferenceOperation reference:
                AddDelegate(reference.Method);
                break;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type } when symbols.IsSource(type) && !IsHarmless(operation.Parent):
                _handedOn.TryAdd(type.OriginalDefinition, true);
                break;
            case IPropertyReferenceOperation { Property: { Name: "CustomAttributes" or "DeclaredMethods" or "DeclaredMembers" } property } when IsReflection(property):
                _readsAttributes |= property.Name == "CustomAttributes";
                _findsMethods |= property.Name != "CustomAttributes";
                break;
            case IInvocationOperation call:
                AddReflection(call);
                AddArguments(call.TargetMethod);
                break;
        }
    }

    /// <summary>Whether a method may be called through a delegate.</summary>
    internal bool HandsOver(IMethodSymbol method) => _delegates.ContainsKey(Origin(method)) || _contracts.ContainsKey(method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name);

    /// <summary>Whether a class is handed to code that may read its attributes.</summary>
    internal bool HandsOn(INamedTypeSymbol type) => _handedOn.ContainsKey(type) || (_mapsParameters && _arguments.ContainsKey(type));

    private static ISymbol Origin(IMethodSymbol method) => method.OverriddenAndSelf().Last().Declaration();

    private static bool IsReflection(ISymbol member) => member.ContainingNamespace?.ToDisplayString() is "System" or "System.Reflection" && member.ContainingType.TypeKind != TypeKind.Enum && member.ContainingType.SpecialType != SpecialType.System_Enum;

    // typeof(Program).Assembly, UseMiddleware(typeof(T))
    private static bool IsHarmless(IOperation? use) => use switch
    {
        IConversionOperation conversion => IsHarmless(conversion.Parent),
        IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.Name == "UseMiddleware",
        IPropertyReferenceOperation { Property.Name: "Assembly" or "Module" or "Name" or "FullName" or "Namespace" } => true,
        _ => false,
    };

    private void AddDelegate(IMethodSymbol method)
    {
        if (method.ContainingType?.TypeKind == TypeKind.Interface)
        {
            _contracts.TryAdd(method.Name, true);
        }
        else if (symbols.IsSource(method))
        {
            _delegates.TryAdd(Origin(method), true);
        }
    }

    private void AddReflection(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (AttributeReaders.Contains(method.Name) && IsReflection(method))
        {
            _readsAttributes |= Asked(call) is not { } asked || IsOurs(asked);
        }
        else if (MethodFinders.Contains(method.Name) && IsReflection(method))
        {
            _findsMethods = true;
        }
    }

    // The attribute that is looked for; null where that can't be told.
    private static ITypeSymbol? Asked(IInvocationOperation call) => call.TargetMethod.TypeArguments is [var argument]
        ? argument
        : call.Arguments.Select(static one => one.Value.Strip()).OfType<ITypeOfOperation>().LastOrDefault()?.TypeOperand;

    private bool IsOurs(ITypeSymbol asked) => asked is not INamedTypeSymbol named
        || symbols.IsPolicyMetadata(named) || symbols.Require.IsOrDerivesFrom(named) || symbols.AllowAny.IsOrDerivesFrom(named);

    // MapGrpcService<T>(), and what packages do with a class.
    private void AddArguments(IMethodSymbol method)
    {
        if (!method.IsGenericMethod)
        {
            return;
        }

        var isMapped = !symbols.IsSource(method) && (method.Name.StartsWith("Map", StringComparison.Ordinal) || method.ContainingAssembly is not { } assembly || !SharedCode.IsPlatform(assembly.Name));
        foreach (var argument in method.TypeArguments)
        {
            _mapsParameters |= isMapped && argument is ITypeParameterSymbol;
            if (argument is INamedTypeSymbol type && symbols.IsSource(type))
            {
                (isMapped ? _handedOn : _arguments).TryAdd(type.OriginalDefinition, true);
            }
        }
    }
}
