using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK7001: options that make the forwarded headers of anybody believed.</summary>
/// <remarks>
/// <c>UseClientAddress</c> sets these options whatever else sets them; where the application calls it, only options that it makes
/// itself, and hands to the middleware, are told.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForwardedOptionsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Rules.AtCompilationEnd(Rules.TrustsAnyProxy);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.ForwardedHeadersOptions") is { } options)
            {
                var found = new Found(options, start.Compilation.GetTypeByMetadataName("PolicySdk.IpPolicyOptions"));
                start.RegisterOperationAction(operation => found.Add((IInvocationOperation)operation.Operation), OperationKind.Invocation);
                start.RegisterOperationAction(operation => found.Add((ISimpleAssignmentOperation)operation.Operation), OperationKind.SimpleAssignment);
                start.RegisterCompilationEndAction(end => found.Report(end.ReportDiagnostic));
            }
        });
    }

    /// <summary>What was found so far in a project.</summary>
    private sealed class Found(INamedTypeSymbol options, INamedTypeSymbol? policyOptions)
    {
        private readonly ConcurrentBag<(Location Place, string Message, bool IsOwn)> _faults = [];
        private volatile bool _usesClientAddress;

        internal void Add(IInvocationOperation call)
        {
            if (call.TargetMethod.Name == "Clear" && call.Instance is IPropertyReferenceOperation list && IsList(list) && !IsFilled(call))
            {
                Add(call.NameLocation(), list, $"With {list.Property.Name} cleared and nothing added, forwarded headers are believed from anybody who can connect. Add the addresses of your proxies to KnownProxies or KnownIPNetworks.");
            }
            else if (call.TargetMethod.Name == "UseClientAddress" && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, policyOptions))
            {
                _usesClientAddress = true;
            }
        }

        internal void Add(ISimpleAssignmentOperation assignment)
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: "ForwardLimit" } limit && IsOption(limit) && assignment.Value.IsNull() && !IsFilled(assignment))
            {
                var place = limit.Syntax is MemberAccessExpressionSyntax access ? access.Name : limit.Syntax;
                Add(place.GetLocation(), limit, "Without a limit, and without proxies that are named, any number of addresses is believed that a caller writes into the header. Add the addresses of your proxies to KnownProxies or KnownIPNetworks, or set the number of proxies in a row.");
            }
        }

        internal void Report(Action<Diagnostic> report)
        {
            foreach (var (place, message, isOwn) in _faults.InSourceOrder(static fault => fault.Place))
            {
                if (isOwn || !_usesClientAddress)
                {
                    report(Diagnostic.Create(Rule, place, message));
                }
            }
        }

        // new ForwardedHeadersOptions { ... }, or a variable of the member that fills it; a lambda's parameter comes from the options system.
        private void Add(Location place, IPropertyReferenceOperation option, string message) =>
            _faults.Add((place, message, IsOwn: option.Instance is ILocalReferenceOperation or IInstanceReferenceOperation));

        // Anything but emptying and looking: Add, a collection initializer, an argument of something that may add.
        private bool IsFilled(IOperation fault)
        {
            foreach (var operation in fault.Root().Descendants())
            {
                if (operation is IPropertyReferenceOperation list && IsList(list) && !IsEmptiedOrRead(list))
                {
                    return true;
                }

                // FillProxies(options)
                if (operation is IArgumentOperation { Parent: IInvocationOperation call, Value: var value } && SymbolEqualityComparer.Default.Equals(value.Type, options) && !IsPlatform(call.TargetMethod))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsEmptiedOrRead(IPropertyReferenceOperation list) => list.Parent switch
        {
            IInvocationOperation call => call.Instance == list && call.TargetMethod.Name is "Clear" or "Remove" or "RemoveAt" or "Contains" or "GetEnumerator",
            IPropertyReferenceOperation property => property.Property.Name == "Count",
            IConversionOperation { Parent: ILoopOperation } or ILoopOperation => true,
            _ => false,
        };

        private static bool IsPlatform(IMethodSymbol method) => method.ContainingAssembly?.Name is { } name && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System", StringComparison.Ordinal));

        private bool IsList(IPropertyReferenceOperation property) => property.Property.Name is "KnownProxies" or "KnownNetworks" or "KnownIPNetworks" && IsOption(property);

        private bool IsOption(IPropertyReferenceOperation property) => SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, options);
    }
}
