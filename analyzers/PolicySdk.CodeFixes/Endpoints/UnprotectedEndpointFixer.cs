using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Analyzers;
using PolicySdk.Analyzers.Endpoints;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>PSDK6001: requires a policy of the endpoint or its group, or opens the endpoint for a reason that somebody is to fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnprotectedEndpointFixer)), Shared]
public sealed class UnprotectedEndpointFixer : TextFixer
{
    private const string Reason = $"\"{OptOutReasonAnalyzer.Placeholder}: say why any address may call this\"";
    private const string OpenTitle = "Allow any address, for a reason to fill in";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnprotectedEndpoint];

    // dotnet format applies the first: a policy on the endpoint, the one that reaches least.
    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        if (PolicySymbols.Resolve(file.Model.Compilation) is not { } symbols)
        {
            return [];
        }

        var name = file.Root.FindToken(diagnostic.Location.SourceSpan.Start);
        var policies = KnownPolicies.Of(symbols);
        return name.Parent is TypeDeclarationSyntax or MethodDeclarationSyntax
            ? OnHandler(file, (MemberDeclarationSyntax)name.Parent, name.ValueText, policies)
            : Chains.CallOf(name) is { } mapping ? OnEndpoint(file, mapping, symbols, policies) : [];
    }

    private static IEnumerable<Proposal> OnHandler(FixedFile file, MemberDeclarationSyntax handler, string name, IReadOnlyList<INamedTypeSymbol> policies)
    {
        ImmutableArray<ImmutableArray<TextChange>> With(string attribute)
        {
            var change = Attributes.Add(file.Text, handler, attribute);
            return [[change], [Usings.Add(file, "PolicySdk"), change]];
        }

        foreach (var policy in policies)
        {
            var written = KnownPolicies.NameAt(file.Model, handler.SpanStart, policy);
            yield return new($"Require {written} on '{name}'", PolicyNames.Of(policy), With($"[RequireIpPolicy<{written}>]")) { Shape = "Attribute" };
        }

        yield return new(OpenTitle, OpenTitle, With($"[AllowAnyAddress({Reason})]")) { IsForOnePlace = true };
    }

    private static IEnumerable<Proposal> OnEndpoint(FixedFile file, InvocationExpressionSyntax mapping, PolicySymbols symbols, IReadOnlyList<INamedTypeSymbol> policies)
    {
        var places = new EndpointPlaces(file, mapping, symbols);
        foreach (var policy in policies)
        {
            var written = KnownPolicies.NameAt(file.Model, mapping.SpanStart, policy);
            yield return new($"Require {written}", PolicyNames.Of(policy), places.Require(written)) { Shape = "Require" };
        }

        foreach (var proposal in MapGroupCalls.Around(file.Model, mapping) is { } group ? OnGroup(file, group, symbols, policies) : [])
        {
            yield return proposal;
        }

        yield return new(OpenTitle, OpenTitle, places.Open(Reason)) { IsForOnePlace = true };
    }

    // No opt-out for a group: it would open endpoints that nobody looked at.
    private static IEnumerable<Proposal> OnGroup(FixedFile file, InvocationExpressionSyntax group, PolicySymbols symbols, IReadOnlyList<INamedTypeSymbol> policies)
    {
        var places = new EndpointPlaces(file, group, symbols);
        foreach (var policy in policies)
        {
            var written = KnownPolicies.NameAt(file.Model, group.SpanStart, policy);
            var title = $"Require {written} on the whole group {MapGroupCalls.NameOf(group)}".TrimEnd();
            yield return new(title, $"group {PolicyNames.Of(policy)}", places.Require(written)) { Shape = "Group" };
        }
    }
}
