using System.Globalization;
using Microsoft.CodeAnalysis;
using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.HostileText;

/// <summary>Text from a policy file never changes the structure of generated code.</summary>
public sealed class HostileTextTests
{
    private const string Benign = "benign";
    private const string Everywhere = "*";

    private static readonly string[] Positions =
    [
        "DESCRIPTION", "OWNER", "CLIENT-DESCRIPTION", "CLIENT-OWNER", "NOTE", "ENTRY-OWNER", "TICKET", "OFF", "EXCEPT-NOTE",
        "BLOCK-NOTE", "NETWORK-OWNER", "NETWORK-DESCRIPTION", "NETWORK-NOTE",
    ];

    private static readonly string[] NamePositions = ["CLIENT-ID", "NETWORK-NAME", "ENVIRONMENT", "POLICY"];

    [Fact]
    public void Allowed_text_in_every_position_leaves_the_structure_as_it_is()
    {
        var run = GeneratorHarness.Run([.. FilesOf("p0", Benign, Benign), .. HostileTexts.Allowed.SelectMany(static (text, i) => FilesOf(Name(i + 1), Everywhere, text))]);

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        AssertSameShapes(run, HostileTexts.Allowed.Length);
    }

    [Fact]
    public void Allowed_text_arrives_as_it_is()
    {
        var run = GeneratorHarness.Run([.. HostileTexts.Allowed.SelectMany(static (text, i) => FilesOf(Name(i), "NOTE", text))]);
        var assembly = run.Load();

        Assert.All(HostileTexts.Allowed.Index(), each =>
            Assert.Equal(each.Item.Trim(), GeneratorHarness.Create(assembly, "P" + each.Index.ToString(CultureInfo.InvariantCulture)).Entries[1].Note));
    }

    [Fact]
    public void Refused_text_in_any_position_is_reported_and_denies_all()
    {
        var cases = Positions.SelectMany(static position => HostileTexts.Refused.Select(text => (Position: position, Text: text))).ToList();

        AssertRefused(cases);
    }

    [Fact]
    public void Hostile_name_is_reported_and_denies_all()
    {
        var cases = NamePositions.SelectMany(static position => HostileTexts.Allowed.Where(static text => text != "null").Concat(HostileTexts.Refused)
            .Select(text => (Position: position, Text: text))).ToList();

        AssertRefused(cases);
    }

    [Fact]
    public void Hostile_path_leaves_the_structure_as_it_is()
    {
        string[] texts = [.. HostileTexts.Allowed, .. HostileTexts.Refused, .. HostileTexts.OfPathsOnly, "a\"b\\n", "a\nb", "a\r\nb;", "a\tb"];
        var run = GeneratorHarness.Run([
            ("policies/benign/p0.policy.yaml", FilesOf("p0", Benign, Benign)[1].Text),
            FilesOf("p0", Benign, Benign)[0],
            .. texts.SelectMany(static (text, i) => new[]
            {
                ($"policies/{text}/{Name(i + 1)}.policy.yaml", FilesOf(Name(i + 1), Benign, Benign)[1].Text),
                ($"policies/{text}/{Name(i + 1)}.networks.yaml", FilesOf(Name(i + 1), Benign, Benign)[0].Text),
            }),
        ]);

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        AssertSameShapes(run, texts.Length);
        var assembly = run.Load();
        Assert.All(Enumerable.Range(0, texts.Length + 1), i => Assert.NotEmpty(GeneratorHarness.Create(assembly, "P" + i.ToString(CultureInfo.InvariantCulture)).Entries));
    }

    [Fact]
    public void Hostile_file_name_of_a_broken_file_compiles()
    {
        string[] texts = [.. HostileTexts.Allowed, .. HostileTexts.Refused, .. HostileTexts.OfPathsOnly, "a\"b\\n", "1", "class"];
        var run = GeneratorHarness.Run([.. texts.Select(static (text, i) => ($"policies/{i}/{text}.policy.yaml", "allow: []"))]);

        Assert.Empty(run.CompilerFaults);
        Assert.True(run.Errors.Count >= texts.Length);
    }

    private static void AssertRefused(List<(string Position, string Text)> cases)
    {
        var run = GeneratorHarness.Run([.. cases.SelectMany(static (c, i) => FilesOf(Name(i), c.Position, c.Text))]);
        var errors = run.Errors.Select(static error => error.Location.GetLineSpan().Path).ToHashSet();
        var assembly = run.Load();

        Assert.NotEmpty(cases);
        Assert.Empty(run.CompilerFaults);
        Assert.All(cases.Index(), each =>
        {
            Assert.Contains(FilesOf(Name(each.Index), Benign, Benign), file => errors.Contains(PolicyFileOptions.ProjectDirectory + file.Path));
            Assert.False(GeneratorHarness.Create(assembly, "P" + each.Index.ToString(CultureInfo.InvariantCulture)).IsValid);
        });
    }

    private static void AssertSameShapes(GeneratorHarness run, int count)
    {
        var shapes = run.Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => SyntaxShape.Of(source.SyntaxTree));

        Assert.Equal((2 * (count + 1)) + 1, shapes.Count);
        Assert.All(Enumerable.Range(1, count), i =>
        {
            Assert.Equal(shapes["IpPolicies.P0.g.cs"], shapes[$"IpPolicies.P{i}.g.cs"]);
            Assert.Equal(shapes["IpPolicies.P0.Entries.g.cs"], shapes[$"IpPolicies.P{i}.Entries.g.cs"]);
        });
    }

    private static string Name(int index) => "p" + index.ToString(CultureInfo.InvariantCulture);

    // One policy with a network of its own; the text stands in one position or everywhere, a harmless one in all others.
    private static (string Path, string Text)[] FilesOf(string name, string position, string text)
    {
        const string Networks = """
            networks:
              ${NETWORK-NAME}:
                owner: ${NETWORK-OWNER}
                description: ${NETWORK-DESCRIPTION}
                addresses:
                  - {ip: 198.51.100.0/28, note: ${NETWORK-NOTE}}
            """;
        const string Policy = """
            policy: ${POLICY}
            description: ${DESCRIPTION}
            owner: ${OWNER}
            allow:
              - {net: net-${NAME}}
              - {ip: 192.0.2.40/30, note: ${NOTE}, owner: ${ENTRY-OWNER}, ticket: ${TICKET}, only-in: [${ENVIRONMENT}, Staging], except: [{ip: 192.0.2.40, note: ${EXCEPT-NOTE}}]}
              - {ip: 192.0.2.99, off: ${OFF}}
            clients:
              ${CLIENT-ID}:
                owner: ${CLIENT-OWNER}
                description: ${CLIENT-DESCRIPTION}
                allow: [203.0.113.7]
            block:
              - {ip: 198.51.100.9, note: ${BLOCK-NOTE}}
            """;
        return [($"policies/{name}.networks.yaml", Fill(Networks)), ($"policies/{name}.policy.yaml", Fill(Policy))];

        string Fill(string template)
        {
            string[] hostile = position == Benign ? [] : position == Everywhere ? Positions : [position];
            // 'off: null' would be no reason, which is an error of its own.
            var filled = hostile.Aggregate(template, (result, place) => result.Replace($"${{{place}}}", HostileTexts.ToYaml(place == "OFF" && text == "null" ? "null and void" : text), StringComparison.Ordinal));
            filled = filled.Replace("${NAME}", name, StringComparison.Ordinal).Replace("${POLICY}", name, StringComparison.Ordinal).Replace("${NETWORK-NAME}", "net-" + name, StringComparison.Ordinal);
            return Positions.Concat(NamePositions).Aggregate(filled, static (result, other) => result.Replace($"${{{other}}}", Benign, StringComparison.Ordinal));
        }
    }
}
