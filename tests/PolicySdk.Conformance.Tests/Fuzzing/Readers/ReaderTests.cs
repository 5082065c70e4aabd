using PolicySdk.Conformance.Tests.Fuzzing.Mutation;
using PolicySdk.Yaml;

namespace PolicySdk.Conformance.Tests.Fuzzing.Readers;

/// <summary>Long plain lists are read without the YAML library, and nothing of what is read tells it: the same nodes at the same places, or the same fault.</summary>
public sealed class ReaderTests
{
    private const int Lines = 2 * PlainRuns.Shortest;

    private static readonly string Items = string.Concat(Enumerable.Range(0, Lines).Select(static i => $"  - 10.0.0.{i}\n"));

    public static TheoryData<string> Lists =>
    [
        $"allow:\n{Items}", $"allow:\n{Items.Replace("  - ", "- ", StringComparison.Ordinal)}", $"allow:\n{Items}block:\n{Items}mode: enforce\n", $"clients:\n  a:\n   allow:\n{Items.Replace("  - ", "    - ", StringComparison.Ordinal)}",
        $"allow:\r\n{Items.Replace("\n", "\r\n", StringComparison.Ordinal)}x: y\r\n", $"allow:\n{Items.Replace("\n", "  # Rack é 東\n", StringComparison.Ordinal)}x: y", $"allow:\n  - a\n\n{Items}  - {{ip: 10.0.0.1}}\n{Items}",
        $"allow:\n{Items.Replace("10.0.0.1\n", "'fe80::'\n", StringComparison.Ordinal)}", $"a: [b]\nallow:\n{Items.Replace("10.", "\"10.", StringComparison.Ordinal).Replace("\n", "\" \n", StringComparison.Ordinal)}a: b\n", $"---\n# a\nallow:\n{Items}...\n",
        $"{Items}", $"allow:\n{Items}  - \"10.0.0.1\n    b\"\n{Items}", $"allow:\n{Items}    a\n",
    ];

    public static TheoryData<string> Traps =>
    [
        $"note: |\n{Items}allow: [a]\n", $"note: >\n{Items}allow: [a]\n", $"note: \"a\n{Items}\"\n", $"note: 'a\n{Items}'\n", $"note: a\n{Items}", $"- a\n{Items}", $"allow: [\n{Items}]\n", $"allow: &a\n{Items}", $"allow: !t\n{Items}",
        $"allow:\n{Items}x: *a\n", $"allow:\n{Items}---\n{Items}", $"allow:\n{Items}x: [y\n", $"allow:\n{Items}x: fe80::\n", $"allow:\n{Items}\tx: y\n", $"allow:\n{Items}x: \"\\0\"\n", $"%TAG ! a\n---\nallow:\n{Items}",
        $"allow:\n{Items}<<: a\n", $"allow:\n{Items} - a\n", $"allow:\n{Items}x: '{new string('a', YamlLimits.TextLength + 1)}'\n", $"? - 10.0.0.1\n{Items}: a\n", $"allow:\n  - 'a\n  - 10.0.0.1 # it'\n{Items}", $"allow:\n  - \"a\n  - 10.0.0.1 # it\"\n{Items}",
    ];

    public static TheoryData<string> OddItems =>
    [
        "::", "1:", "a:", "fe80::", "a: b", "-1", "--", "---", "- 10.0.0.1", "", " 10.0.0.1", "10.0.0.1#a", "10.0.0.1 a", "10.0.0.1\t", "10.0.0.1\t# a", "10.0.0.1 #\ta", "\"10.0.0.1\"#a", "'10.0.0.1' a", "\"10.0.0.1", "\"10.0.0.1'", "''", "<<",
        "10.0.0.1\n    a", "10.0.0.1\n\n", "10.0.0.1\n  # a", "10.0.0.1\n   - a", "10.0.0.1\n - a", "10.0.0.1\r", "10.0.0.1\r\n", "10.0.0.1 # a\n    b", "[a]", "{ip: a}", "&a b", "*a", "!t a", "|", "2026-01-31", "0x7f.1", "12:30:45", "1e3", "true",
        "a", "e", ".", "/", ":a", "10.0.0.1\u00A0", "１", "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lists_go_past_the_library_and_are_the_same(string text)
    {
        Assert.NotNull(YamlReader.ReadShortened(text));
        Assert.True(BothReaders.Compare(text));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_like_a_list_and_what_has_a_fault_is_left_to_the_library(string text)
    {
        Assert.NotEmpty(PlainRuns.Find(text, PlainRuns.Shortest));
        Assert.Null(YamlReader.ReadShortened(text));
        Assert.False(BothReaders.Compare(text));
    }

    [Theory]
    [MemberData(nameof(OddItems))]
    public void An_odd_item_is_the_same_wherever_it_stands(string item)
    {
        foreach (var line in new[] { 0, 1, 2, Lines / 2, Lines - 2, Lines - 1 })
        {
            BothReaders.Compare($"allow:\n{Items.Replace($"- 10.0.0.{line}\n", $"- {item}\n", StringComparison.Ordinal)}x: [y]\n");
            BothReaders.Compare($"a: {{b: c}}\nallow:\n{Items.Replace("10.", "\"10.", StringComparison.Ordinal).Replace("\n", "\"\n", StringComparison.Ordinal).Replace($"- \"10.0.0.{line}\"\n", $"- {item}\n", StringComparison.Ordinal)}x: y\n");
        }
    }

    [Fact]
    public void Lists_made_at_random_are_the_same()
    {
        var settings = FuzzSettings.Read();
        var shortened = Enumerable.Range(0, settings.Projects).Count(number => BothReaders.Compare(ListTexts.Make(Chance.Of(settings.Seed, number))));

        Assert.InRange(shortened, settings.Projects / 20, settings.Projects);
    }

    [Fact]
    public void Lists_and_files_changed_at_random_are_the_same()
    {
        var settings = FuzzSettings.Read();
        var seeds = new Seeds();
        var shortened = Enumerable.Range(0, settings.Projects).Count(number => BothReaders.Compare(Mutate(Chance.Of(settings.Seed, number), seeds)));

        Assert.InRange(shortened, settings.Projects / 20, settings.Projects);
    }

    private static string Mutate(Random random, Seeds seeds) => Mutations.Apply(random.Next(4) switch
    {
        0 => random.Pick(seeds.Texts),
        1 => ListTexts.Make(random),
        _ => $"policy: p\nallow:\n{Items}block:\n{Items.Replace("  - ", "- ", StringComparison.Ordinal)}mode: enforce\n",
    }, random, seeds);
}
