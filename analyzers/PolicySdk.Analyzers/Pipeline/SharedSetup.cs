using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>Whether code that can't be seen gets hold of what an application is built with, and may call a given assembly then.</summary>
internal sealed class SharedSetup(PipelineSymbols symbols, string called)
{
    private const int MaxDepth = 2;

    private static readonly string[] ServiceTypes =
    [
        "Microsoft.Extensions.DependencyInjection.IServiceCollection",
        "Microsoft.Extensions.Hosting.IHostApplicationBuilder",
        "Microsoft.Extensions.Hosting.IHostBuilder",
        "Microsoft.AspNetCore.Hosting.IWebHostBuilder",
    ];

    private readonly SharedCode _code = new(symbols.Policies.Compilation.Assembly, called);
    private readonly INamedTypeSymbol[] _services = [.. ServiceTypes.Select(symbols.Policies.Compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()];
    private volatile bool _getsServices;
    private volatile bool _getsPipeline;

    /// <summary>Whether it gets services, or a builder that has them.</summary>
    internal bool GetsServices => _getsServices;

    /// <summary>Whether it gets a pipeline.</summary>
    internal bool GetsPipeline => _getsPipeline;

    /// <summary>Takes a method that is called, or handed over, into account.</summary>
    internal void Look(IMethodSymbol method)
    {
        if (_code.MayCall(method))
        {
            LookAt(method);
        }
        else if (method.TypeArguments.Length > 0 && !symbols.Policies.IsRuntime(method) && HasSharedArgument(method))
        {
            // UseStartup<Shared.Startup>(), AddTransient<IStartupFilter, Shared.Filter>()
            LookAt(method);
        }
    }

    private bool HasSharedArgument(IMethodSymbol method)
    {
        foreach (var argument in method.TypeArguments)
        {
            for (var type = argument; type is not null; type = type.BaseType)
            {
                if (_code.MayCall(type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void LookAt(IMethodSymbol method)
    {
        LookAt(method.ReturnType);
        LookAt(method.ContainingType?.ExtensionParameter?.Type);
        foreach (var parameter in method.Parameters)
        {
            // What a constructed method says is what was handed over, unless its own constraint says less.
            var own = parameter.OriginalDefinition.Type;
            LookAt(own is ITypeParameterSymbol { ConstraintTypes.Length: > 0 } ? own : parameter.Type);
        }
    }

    private void LookAt(ITypeSymbol? type, int depth = 0)
    {
        if (type is null)
        {
            return;
        }

        _getsServices |= _services.Any(type.Implements);
        _getsPipeline |= symbols.IsPipeline(type);
        if (depth < MaxDepth && type is INamedTypeSymbol named)
        {
            // Task<WebApplication>, and callbacks: the code behind one has, or makes, what it calls back with.
            LookAt(named.TypeArguments, depth + 1);
            LookAt(named.DelegateInvokeMethod?.Parameters.Select(static parameter => parameter.Type) ?? [], depth + 1);
        }
    }

    private void LookAt(IEnumerable<ITypeSymbol> types, int depth)
    {
        foreach (var type in types)
        {
            LookAt(type, depth);
        }
    }
}
