using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.TestSupport;

namespace PolicySdk.Testing.Tests;

/// <summary>The code that pages show of tests compiles, against this package and xunit.</summary>
public sealed class DocumentationTests
{
    private const string Around = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Mvc.Testing;
        using PolicySdk;
        using PolicySdk.Testing;
        using Xunit;

        public static class IpPolicies
        {
            public sealed class PartnerApi : IpPolicy
            {
                public override string Name => "";
                public override string Revision => "";
                protected override ReadOnlySpan<char> EntryTable => "";
                protected override string[] CreateClientIds() => [];
                protected override int MatchIPv4(int list, uint address) => None;
                protected override int MatchIPv6(int list, ulong upper, ulong lower) => None;
                protected override int Choose(int choice, in IpPolicyConditions now) => None;
                protected override int FindClient(string clientId) => None;
            }
        }
        """;

    public static TheoryData<string> Blocks =>
    [
        .. MarkdownPage.Read("docs", "testing.md") is var page ? page.Sections.Prepend(page.Preface).SelectMany(static section => section.Statements) : [],
        .. MarkdownPage.Read("README.md")["Test it"].Statements,
        .. MarkdownPage.Read("runtime", "PolicySdk.Testing", "README.md").Preface.Statements,
    ];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_is_shown_compiles(string block)
    {
        var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText($"{Around}\n{Complete(block)}")], References(), new(OutputKind.DynamicallyLinkedLibrary));

        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void Blocks_are_found() => Assert.True(Blocks.Count > 8);

    // A class stands for itself, members are of a factory, the rest are statements of a test.
    private static string Complete(string block) =>
        block.StartsWith("public sealed class", StringComparison.Ordinal) ? block
        : block.StartsWith("public ", StringComparison.Ordinal) || block.StartsWith("protected ", StringComparison.Ordinal) ? $"class Shown : WebApplicationFactory<Program>\n{{\n{block}\n}}"
        : $"class Shown\n{{\nasync Task Test(WebApplicationFactory<Program> factory, AuthenticationHeaderValue token, DateTimeOffset nextYear)\n{{\n{block}\nawait Task.CompletedTask;\n}}\n}}";

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
}
