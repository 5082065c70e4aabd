using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>The types that hold headers, resolved once for a compilation.</summary>
internal sealed class HeaderSymbols
{
    private const string Response = "Response";

    private readonly INamedTypeSymbol _dictionary;
    private readonly INamedTypeSymbol? _typedHeaders;
    private readonly INamedTypeSymbol? _defaults;
    private readonly INamedTypeSymbol? _options;

    private HeaderSymbols(Compilation compilation, INamedTypeSymbol dictionary)
    {
        _dictionary = dictionary;
        _typedHeaders = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.Headers.RequestHeaders");
        _defaults = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.HttpOverrides.ForwardedHeadersDefaults");
        _options = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.ForwardedHeadersOptions");
        FromHeader = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.FromHeaderAttribute");
    }

    internal INamedTypeSymbol? FromHeader { get; }

    internal static HeaderSymbols? Resolve(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IHeaderDictionary") is { } dictionary ? new(compilation, dictionary) : null;

    /// <summary>Whether a value holds headers, and nothing says that they are those of a response.</summary>
    internal bool IsOfRequest(IOperation? headers) =>
        headers?.Type is { SpecialType: SpecialType.None } type
        && (SymbolEqualityComparer.Default.Equals(type, _typedHeaders) || (type.Implements(_dictionary) && !IsOfResponse(headers.Strip())));

    /// <summary>The name of a header, where the code says it.</summary>
    internal string? NameOf(IOperation name)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text })
        {
            return text;
        }

        return name.Strip() is IPropertyReferenceOperation { Property: var property } && (IsOf(property, _defaults) || IsOf(property, _options))
            ? property.Name switch
            {
                "XForwardedForHeaderName" or "ForwardedForHeaderName" => "X-Forwarded-For",
                "XOriginalForHeaderName" or "OriginalForHeaderName" => "X-Original-For",
                _ => null,
            }
            : null;
    }

    private static bool IsOf(IPropertySymbol property, INamedTypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(property.ContainingType, type);

    private static bool IsOfResponse(IOperation headers) => headers switch
    {
        IPropertyReferenceOperation { Property: var property } => SaysResponse(property.Name) || SaysResponse(property.ContainingType.Name),
        ILocalReferenceOperation { Local: var local } => SaysResponse(local.Name) || InitialValue(headers, local) is IPropertyReferenceOperation value && IsOfResponse(value),
        IParameterReferenceOperation { Parameter.Name: var name } => SaysResponse(name),
        IFieldReferenceOperation { Field.Name: var name } => SaysResponse(name),
        IInvocationOperation { TargetMethod.Name: var name } => SaysResponse(name),
        _ => false,
    };

    private static bool SaysResponse(string name) => name.IndexOf(Response, StringComparison.OrdinalIgnoreCase) >= 0;

    // var headers = context.Response.Headers;
    private static IOperation? InitialValue(IOperation use, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == use.Syntax.SyntaxTree
        && use.SemanticModel?.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value }
            ? value.Strip()
            : null;
}
