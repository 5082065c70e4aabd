using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK7003: the client's address read from a header of the request, by hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeaderReadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HeaderReadByHand];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HeaderSymbols.Resolve(start.Compilation) is not { } symbols)
            {
                return;
            }

            start.RegisterOperationAction(operation => Check(operation, (IInvocationOperation)operation.Operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => Check(operation, (IPropertyReferenceOperation)operation.Operation, symbols), OperationKind.PropertyReference);
            if (symbols.FromHeader is { } attribute)
            {
                start.RegisterSyntaxNodeAction(node => Check(node, attribute), SyntaxKind.AttributeArgument);
            }
        });
    }

    // headers.TryGetValue(name, out _), headers.GetCommaSeparatedValues(name), GetTypedHeaders().Get<T>(name)
    private static void Check(OperationAnalysisContext context, IInvocationOperation call, HeaderSymbols symbols)
    {
        if (call.TargetMethod.Name is not ("TryGetValue" or "GetCommaSeparatedValues" or "Get" or "GetList"))
        {
            return;
        }

        var isExtension = call.Instance is null && call.TargetMethod.IsExtensionMethod;
        if (call.Arguments.Length > (isExtension ? 1 : 0))
        {
            Check(context, isExtension ? call.Arguments[0].Value : call.Instance, call.Arguments[isExtension ? 1 : 0], symbols);
        }
    }

    // headers[name]
    private static void Check(OperationAnalysisContext context, IPropertyReferenceOperation reference, HeaderSymbols symbols)
    {
        if (reference is { Property.IsIndexer: true, Arguments: [var argument] } && !IsWritten(reference))
        {
            Check(context, reference.Instance, argument, symbols);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation? headers, IArgumentOperation argument, HeaderSymbols symbols)
    {
        if (symbols.NameOf(argument.Value) is { } name && ForwardingHeaders.Contain(name) && symbols.IsOfRequest(headers))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.HeaderReadByHand, argument.Value.Syntax.GetLocation(), name));
        }
    }

    // [FromHeader(Name = name)]
    private static void Check(SyntaxNodeAnalysisContext context, INamedTypeSymbol attribute)
    {
        var argument = (AttributeArgumentSyntax)context.Node;
        if (argument is { NameEquals.Name.Identifier.ValueText: "Name", Parent.Parent: AttributeSyntax owner }
            && context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is string name
            && ForwardingHeaders.Contain(name)
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(owner, context.CancellationToken).Type, attribute))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.HeaderReadByHand, argument.Expression.GetLocation(), name));
        }
    }

    private static bool IsWritten(IPropertyReferenceOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
}
