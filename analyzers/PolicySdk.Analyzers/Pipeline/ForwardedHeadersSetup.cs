using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK7004 of a whole application: trusted proxies that nothing reads a header of.</summary>
internal static class ForwardedHeadersSetup
{
    internal static readonly DiagnosticDescriptor Rule = Rules.AtCompilationEnd(Rules.ForwardedHeadersSetup);

    private const string GeneratedName = "ClientAddress";

    internal static void Report(CompilationAnalysisContext context, ProjectCalls calls)
    {
        if (calls.First(PipelineCall.UseClientAddress) is { } named)
        {
            if (!calls.Has(PipelineCall.UseForwardedHeaders) && !calls.MayUseForwardedHeaders)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, named, "UseForwardedHeaders() is not called, so nothing reads the header of the trusted proxies: every caller behind them is refused. Call app.UseForwardedHeaders() before app.UseIpPolicies()."));
            }
        }
        else if (!calls.Has(PipelineCall.UseClientAddress) && !calls.MayAddPolicies && calls.First(PipelineCall.AddIpPolicies) is { } services
            && GeneratedType(context.Compilation, context.CancellationToken) is { } type)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, services, $"client-address.yaml names trusted proxies, but UseClientAddress is not called, so they are not trusted. Call options.UseClientAddress<{type}>() in AddIpPolicies."));
        }
    }

    // IpPolicies.ClientAddress of this project; null where it has no client-address.yaml.
    private static string? GeneratedType(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetTypeByMetadataName("PolicySdk.IpClientAddress") is { } contract
            ? compilation.GetSymbolsWithName(GeneratedName, SymbolFilter.Type, cancellation)
                .OfType<INamedTypeSymbol>()
                .Where(type => !type.IsAbstract && type.IsOrDerivesFrom(contract))
                .Select(static type => type.ContainingType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name)
                .FirstOrDefault()
            : null;
}
