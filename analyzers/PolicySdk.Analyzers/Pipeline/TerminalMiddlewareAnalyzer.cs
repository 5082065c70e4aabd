using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK6006: what answers without a policy in front of it, and endpoints that are short-circuited before the client is known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TerminalMiddlewareAnalyzer : DiagnosticAnalyzer
{
    private const string StartupFilter = "Microsoft.AspNetCore.Hosting.IStartupFilter";

    private static readonly DiagnosticDescriptor Rule = Rules.AtCompilationEnd(Rules.BeforePolicies);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (PipelineSymbols.Resolve(start.Compilation) is { } symbols && !ProjectKind.IsTest(start.Compilation))
            {
                var found = new Found(symbols, start.Compilation.GetTypeByMetadataName(StartupFilter));
                start.RegisterOperationAction(operation => found.Add((IInvocationOperation)operation.Operation, operation.ContainingSymbol), OperationKind.Invocation);
                start.RegisterOperationAction(operation => found.Add((IMethodReferenceOperation)operation.Operation), OperationKind.MethodReference);
                start.RegisterCompilationEndAction(end => found.Report(end.ReportDiagnostic));
            }
        });
    }

    /// <summary>What was found so far in a project.</summary>
    private sealed class Found(PipelineSymbols symbols, INamedTypeSymbol? startupFilter)
    {
        private readonly TerminalMiddleware _terminal = new(symbols);
        private readonly PipelineGuards _guards = new(symbols);
        private readonly ShortCircuits _shortCircuits = new(symbols.Policies);
        private readonly ConcurrentBag<IInvocationOperation> _answering = [];
        private readonly ConcurrentBag<IInvocationOperation> _shortCircuited = [];
        private volatile bool _hasPolicies;
        private volatile bool _isGuarded;
        private volatile bool _readsHeaders;
        private volatile bool _placesRouting;

        internal void Add(IInvocationOperation call, ISymbol owner)
        {
            var kind = symbols.KindOf(call.TargetMethod);
            switch (kind)
            {
                case PipelineCall.None:
                    _guards.AddUse(call);
                    break;
                case PipelineCall.UseIpPolicy:
                    _hasPolicies = true;
                    _isGuarded |= IsFilter(owner);
                    _guards.AddGuard(call);
                    break;
                case PipelineCall.AddIpPolicies or PipelineCall.UseIpPolicies:
                    _hasPolicies = true;
                    break;
                case PipelineCall.UseForwardedHeaders:
                    _readsHeaders |= !IsFilter(owner);
                    break;
                case PipelineCall.UseRouting:
                    _placesRouting = true;
                    break;
                case PipelineCall.ShortCircuit when _shortCircuits.RequiresPolicy(call):
                    _shortCircuited.Add(call);
                    break;
                case PipelineCall.Terminal or PipelineCall.Branch when _terminal.IsAdded(call, kind):
                    _answering.Add(call);
                    break;
            }
        }

        internal void Add(IMethodReferenceOperation reference) => _guards.AddUse(reference);

        internal void Report(Action<Diagnostic> report)
        {
            if (_hasPolicies && !_isGuarded)
            {
                foreach (var call in _answering.Where(call => !_guards.AreBefore(call)).InSourceOrder(static call => call.Syntax.GetLocation()))
                {
                    report(Diagnostic.Create(Rule, call.NameLocation(), Message(call.TargetMethod.Name)));
                }
            }

            // With a UseRouting() of its own the application may well read the headers first.
            if (_readsHeaders && !_placesRouting)
            {
                foreach (var call in _shortCircuited.InSourceOrder(static call => call.Syntax.GetLocation()))
                {
                    report(Diagnostic.Create(Rule, call.NameLocation(), "A short-circuited endpoint runs before UseForwardedHeaders(), so its policy sees the proxy's address and refuses every caller behind it. Remove ShortCircuit()."));
                }
            }
        }

        // A start-up filter adds to the pipeline before all of it.
        private bool IsFilter(ISymbol owner) => owner.ContainingType?.Implements(startupFilter) == true;

        private string Message(string method) =>
            $"{method} answers without any policy: policies guard endpoints. {TerminalMiddleware.Instead(method)} with RequireIpPolicy<{symbols.Policies.ExamplePolicy}>() or AllowAnyAddress(reason), or call UseIpPolicy<{symbols.Policies.ExamplePolicy}>() before it.";
    }
}
