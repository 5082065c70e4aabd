using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.Analyzers;

/// <summary>PSDK1007: a policy that no code of the application names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedPolicyAnalyzer : DiagnosticAnalyzer
{
    private const string Source = "IpPolicySourceAttribute";

    private static readonly DiagnosticDescriptor Rule = Rules.AtCompilationEnd(Rules.UnusedPolicy);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Pages and components name policies in the code that is generated for them.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // A library's policies are there for others.
        if (context.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
            || PolicySymbols.ResolveOutsideTests(context.Compilation, context.Options) is not { } symbols
            || PolicyNames.All(symbols).ToList() is not { Count: > 0 } policies)
        {
            return;
        }

        var names = new HashSet<string>(policies.Select(static policy => policy.Name), StringComparer.Ordinal);
        var generated = new HashSet<SyntaxTree>(policies.SelectMany(static policy => policy.ContainingType.DeclaringSyntaxReferences).Select(static reference => reference.SyntaxTree));
        var used = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var name = ((IdentifierNameSyntax)node.Node).Identifier.ValueText;
                if (names.Contains(name) && !generated.Contains(node.Node.SyntaxTree) && node.SemanticModel.GetSymbolInfo(node.Node, node.CancellationToken).Symbol is { } symbol)
                {
                    used.TryAdd(symbol, true);
                }
            },
            SyntaxKind.IdentifierName);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var policy in policies.Where(policy => !used.ContainsKey(policy)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, Place(policy, end.Options.AdditionalFiles, end.CancellationToken), policy.Name, PolicyNames.Of(policy)));
            }
        });
    }

    // The name in the policy's file, which generated code tells the place of. Of files in several folders that end alike the project's own is the highest.
    private static Location Place(INamedTypeSymbol policy, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (policy.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == Source) is not { ConstructorArguments: [{ Value: string path }, { Value: int line }, { Value: int column }, { Value: int length }] }
            || files.Where(file => file.Path.Replace('\\', '/').EndsWith("/" + path, StringComparison.Ordinal)).OrderBy(static file => file.Path.Length).FirstOrDefault() is not { } file
            || file.GetText(cancellation) is not { } text
            || line > text.Lines.Count)
        {
            return Location.None;
        }

        var start = text.Lines[line - 1].Start + column - 1;
        return start + length <= text.Length
            ? Location.Create(file.Path, new TextSpan(start, length), new LinePositionSpan(new(line - 1, column - 1), new(line - 1, column - 1 + length)))
            : Location.None;
    }
}
