using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Code of other assemblies, which can't be seen, and what it may call: what it calls, it refers to.</summary>
internal sealed class SharedCode
{
    private static readonly string[] Platform = ["Microsoft.AspNetCore", "Microsoft.Extensions", "System", "netstandard", "mscorlib", "PolicySdk"];

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Func<IAssemblySymbol, bool> _knows;

    /// <param name="own">The assembly whose code is seen.</param>
    /// <param name="called">The name of the assembly whose methods other code may call.</param>
    internal SharedCode(IAssemblySymbol own, string called)
    {
        _known[own] = false;
        _knows = assembly => Knows(assembly, called, new(SymbolEqualityComparer.Default));
    }

    /// <summary>Whether the assembly of a symbol knows the one that is asked for, by itself or by what it refers to. The platform and the runtime don't count.</summary>
    internal bool MayCall(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && _known.GetOrAdd(assembly, _knows);

    /// <summary>Whether an assembly of a name is part of the platform or of the runtime.</summary>
    internal static bool IsPlatform(string name) => Platform.Any(one =>
        name.StartsWith(one, StringComparison.Ordinal) && (name.Length == one.Length || name[one.Length] == '.'));

    private static bool Knows(IAssemblySymbol assembly, string called, HashSet<IAssemblySymbol> seen) =>
        seen.Add(assembly) && !IsPlatform(assembly.Name) && assembly.Modules.Any(module =>
            module.ReferencedAssemblies.Any(reference => reference.Name == called) || module.ReferencedAssemblySymbols.Any(one => Knows(one, called, seen)));
}
