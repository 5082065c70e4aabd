using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Collections;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Incrementality;

namespace PolicySdk.Generator.Tests.Incrementality;

/// <summary>The object-graph walk finds what may not be in a model, however deep, and passes what may.</summary>
public sealed class ModelWalkTests
{
    public static TheoryData<string> Planted => [.. Forbidden.Keys];

    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class Planted;");

    private static readonly Dictionary<string, object> Forbidden = new()
    {
        ["tree"] = Tree,
        ["node"] = Tree.GetRoot(),
        ["compilation"] = CSharpCompilation.Create("Planted", [Tree]),
        ["symbol"] = CSharpCompilation.Create("Planted", [Tree]).GetTypeByMetadataName("Planted")!,
        ["source text"] = SourceText.From("planted"),
        ["additional text"] = new PolicyFileText("planted", ""),
        ["location"] = Location.Create(Tree, default),
        ["diagnostic"] = Diagnostic.Create(new("X1", "", "", "", DiagnosticSeverity.Info, isEnabledByDefault: true), Location.None),
        ["delegate"] = new Action(static () => { }),
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void Finds_what_is_planted_anywhere(string what)
    {
        var planted = Forbidden[what];
        var model = new Model("good", null, [], [], default);

        Assert.Single(ModelWalk.FindFaults(planted));
        Assert.Single(ModelWalk.FindFaults(model with { Inner = planted }));
        Assert.Single(ModelWalk.FindFaults(model with { Items = new[] { "x", planted }.ToEquatableArray() }));
        Assert.Single(ModelWalk.FindFaults(model with { More = [model with { Inner = planted }] }));
        Assert.Single(ModelWalk.FindFaults(model with { Pair = (1, new Dictionary<string, object> { ["key"] = planted }) }));
    }

    [Fact]
    public void Passes_records_of_texts_and_numbers()
    {
        var model = new Model("good", null, new object[] { 1, "x", 'c', 1.5, DayOfWeek.Friday }.ToEquatableArray(), [], default);

        Assert.Empty(ModelWalk.FindFaults(model with { More = [model], Inner = model, Pair = (1, model) }));
    }

    private sealed record Model(string Name, object? Inner, EquatableArray<object> Items, ImmutableArray<Model> More, (int Number, object? Value) Pair);
}
