using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers;

/// <summary>The types of ASP.NET Core and of the runtime that the rules know, resolved once for a compilation.</summary>
internal sealed class PolicySymbols
{
    private const string Runtime = "PolicySdk";

    private static readonly string[] MetadataProviderNames =
        ["Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider", "Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider"];

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayApply = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _hasKnowingReference;
    private readonly Lazy<string> _examplePolicy;
    private readonly Lazy<bool> _isUnprotectedError;

    private PolicySymbols(Compilation compilation, INamedTypeSymbol routeBuilder, INamedTypeSymbol conventionBuilder, INamedTypeSymbol require, INamedTypeSymbol allowAny)
    {
        Compilation = compilation;
        RouteBuilder = routeBuilder;
        ConventionBuilder = conventionBuilder;
        Require = require;
        AllowAny = allowAny;
        ApplicationBuilder = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IApplicationBuilder");
        WebApplication = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication");
        MetadataProviders = [.. MetadataProviderNames.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()];
        Policy = compilation.GetTypeByMetadataName("PolicySdk.IpPolicy");
        Policies = require.ContainingAssembly;
        _hasKnowingReference = new(() => compilation.SourceModule.ReferencedAssemblySymbols.Any(KnowsRuntime));
        _examplePolicy = new(() => PolicyNames.Example(this));
        _isUnprotectedError = new(() => PolicyNames.UnprotectedIsError(this));
    }

    internal Compilation Compilation { get; }

    /// <summary><c>IEndpointRouteBuilder</c>: what endpoints are mapped on.</summary>
    internal INamedTypeSymbol RouteBuilder { get; }

    /// <summary><c>IEndpointConventionBuilder</c>: what a mapped endpoint or group can be told.</summary>
    internal INamedTypeSymbol ConventionBuilder { get; }

    internal INamedTypeSymbol Require { get; }

    internal INamedTypeSymbol AllowAny { get; }

    internal INamedTypeSymbol? ApplicationBuilder { get; }

    internal INamedTypeSymbol? WebApplication { get; }

    /// <summary>What parameters and results of a handler implement that add to the metadata of its endpoint.</summary>
    internal ImmutableArray<INamedTypeSymbol> MetadataProviders { get; }

    internal INamedTypeSymbol? Policy { get; }

    /// <summary>The assembly of the runtime.</summary>
    internal IAssemblySymbol Policies { get; }

    /// <summary>A policy for advice, as it is written in code.</summary>
    internal string ExamplePolicy => _examplePolicy.Value;

    /// <summary>Whether guardrails make an error of an endpoint without a policy.</summary>
    internal bool IsUnprotectedError => _isUnprotectedError.Value;

    /// <summary>The types, or null also in a project of tests: what tests map is there for no caller.</summary>
    internal static PolicySymbols? ResolveOutsideTests(Compilation compilation, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var isTest) && string.Equals(isTest, "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : Resolve(compilation);

    /// <summary>The types, or null in a project without endpoints or without the runtime.</summary>
    internal static PolicySymbols? Resolve(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") is { } routes
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IEndpointConventionBuilder") is { } conventions
        && compilation.GetTypeByMetadataName("PolicySdk.RequireIpPolicyAttribute") is { } require
        && compilation.GetTypeByMetadataName("PolicySdk.AllowAnyAddressAttribute") is { } allowAny
            ? new(compilation, routes, conventions, require, allowAny)
            : null;

    internal bool IsSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    internal bool IsRuntime(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Policies);

    /// <summary>Whether code that can't be seen could apply a policy: its assembly knows the runtime.</summary>
    internal bool MayApply(IMethodSymbol external) => external.ContainingAssembly is { } assembly && KnowsRuntime(assembly);

    /// <summary>Whether any assembly that the project refers to knows the runtime.</summary>
    internal bool HasKnowingReference => _hasKnowingReference.Value;

    /// <summary>Whether an assembly can know of policies.</summary>
    internal bool KnowsRuntime(IAssemblySymbol assembly) =>
        _mayApply.GetOrAdd(assembly, static assembly => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Runtime)));

    /// <summary>Whether types among the parameters and results of a handler may add policies to the metadata of its endpoint.</summary>
    internal bool TypesMayAddMetadata(IMethodSymbol handler) => handler.Parameters
        .SelectMany(static parameter => parameter.GetAttributes().Any(static data => data.AttributeClass?.Name == "AsParametersAttribute") ? PartsOf(parameter.Type) : [parameter.Type])
        .Append(handler.ReturnType)
        .Any(TypeMayAddMetadata);

    // Results<T1, T2> and Task<T> do what their types do.
    private bool TypeMayAddMetadata(ITypeSymbol type) => type is INamedTypeSymbol named
        && (((IsSource(type) || KnowsRuntime(type.ContainingAssembly)) && MetadataProviders.Any(type.Implements)) || named.TypeArguments.Any(TypeMayAddMetadata));

    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type) => type.BaseTypesAndSelf().SelectMany(static one => one.GetMembers()).OfType<IPropertySymbol>().Select(static property => property.Type);

    /// <summary>Whether a method of the runtime requires a policy for what it is called on, or opens it.</summary>
    internal bool IsPolicyCall(IMethodSymbol method) => IsRequireCall(method) || IsAllowCall(method);

    internal bool IsRequireCall(IMethodSymbol method) => method.Name == "RequireIpPolicy" && IsRuntime(method);

    internal bool IsAllowCall(IMethodSymbol method) => method.Name == "AllowAnyAddress" && IsRuntime(method);

    /// <summary>Whether a type is that of metadata that requires a policy or opens an endpoint.</summary>
    internal bool IsPolicyMetadata(ITypeSymbol? type) => IsRequireMetadata(type) || IsAllowMetadata(type);

    internal bool IsRequireMetadata(ITypeSymbol? type) => type?.IsOrDerivesFrom(Require) == true;

    internal bool IsAllowMetadata(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, AllowAny);
}
