using PolicySdk.TestSupport;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Yaml;

/// <summary>The small part of YAML that is read, and where its nodes stand.</summary>
public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: [|b|]\n", "b")]
    [InlineData("a: [|'b'|]\n", "b")]
    [InlineData("a: [|\"b\"|]\n", "b")]
    [InlineData("a:\n  [|b c|]   # comment\n", "b c")]
    [InlineData("x: y\r\na: [|b|]\r\n", "b")]
    [InlineData("x: \U0001F600\na: [|b|]\n", "b")]
    [InlineData("{x: \U0001F600\U0001F600, a: [|b|]}", "b")]
    [InlineData("{x: é東, a: [|\"b\"|]}", "b")]
    [InlineData("x: y\ra: [|b|]\r", "b")]
    [InlineData("a: [|b\n  c|]\n", "b c")]
    [InlineData("a: [|no|]", "no")]
    [InlineData("a: [|0777|]", "0777")]
    [InlineData("a: [|2026-01-31|]", "2026-01-31")]
    [InlineData("a: [|~|]", "~")]
    [InlineData("a:[||]\n", "")]
    [InlineData("---\na: [|b|]\n...\n", "b")]
    [InlineData("? a\n: [|b|]\n", "b")]
    public void A_text_is_a_text_and_stands_where_it_stands(string marked, string expected)
    {
        var (text, ranges) = MarkedText.Parse(marked);

        var (root, fault) = YamlReader.Read(text);

        Assert.Null(fault);
        var scalar = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(root).Pairs.Single(static pair => pair.Key.Text == "a").Value);
        Assert.Equal(expected, scalar.Text);
        Assert.Equal(Assert.Single(ranges), scalar.Range);
    }

    [Theory]
    [InlineData("a: [|{b: c}|]\n")]
    [InlineData("a: [|{}|] # comment\n")]
    [InlineData("a: [|[b, c]|]\n")]
    [InlineData("a: [|[\n  b,\n]|]\n")]
    [InlineData("a:\n  [|b: c\n  d: e|]\n\n# after\n")]
    [InlineData("a:\n  [|- b\n  - c|]\r\nx: y\n")]
    [InlineData("a:\n  [|- b: {c: d}|]\nx: y\n")]
    public void A_list_or_mapping_ends_with_its_bracket_or_its_last_item(string marked)
    {
        var (text, ranges) = MarkedText.Parse(marked);

        var mapping = Assert.IsType<YamlMapping>(YamlReader.Read(text).Root);

        Assert.Equal(Assert.Single(ranges), mapping.Pairs[0].Value.Range);
    }

    [Fact]
    public void Duplicate_keys_are_kept_for_the_reader_to_refuse() =>
        Assert.Equal(["a", "a"], Assert.IsType<YamlMapping>(YamlReader.Read("a: b\na: c\n").Root).Pairs.Select(static pair => pair.Key.Text));

    [Theory]
    [InlineData("a: b\0c\n", "The file holds the character U+0000, a control character. Remove it.", 4)]
    [InlineData("a: b\u0085\n", "The file holds the character U+0085, a control character. Remove it.", 4)]
    [InlineData("a: b\u2028\n", "The file holds the character U+2028, a control character. Remove it.", 4)]
    [InlineData("a: b\u2067\n", "The file holds the character U+2067, which changes the order in which text is shown. Remove it.", 4)]
    [InlineData("a: b\uFEFF\n", "The file holds the character U+FEFF, a byte order mark inside the text. Remove it.", 4)]
    [InlineData("a: \"b\\0\"\n", "The text holds the character U+0000, which is not printable. Remove it.", 3)]
    [InlineData("a: \"b\\u2066\"\n", "The text holds the character U+2066, which is not printable. Remove it.", 3)]
    [InlineData("a: \"b\\tc\"\n", "The text holds the character U+0009, which is not printable. Remove it.", 3)]
    public void Characters_that_nobody_sees_are_refused(string text, string message, int column)
    {
        var fault = YamlReader.Read(text).Fault;

        Assert.Equal((message, 0, column), (fault?.Message, fault?.Range.Line, fault?.Range.Column));
    }

    [Fact]
    public void Half_of_a_character_is_refused()
    {
        Assert.Equal("The file holds the character U+D83D, half of a character. Remove it.", YamlReader.Read("a: b" + (char)0xD83D + "\n").Fault?.Message);
        Assert.Equal("The file holds the character U+DE00, half of a character. Remove it.", YamlReader.Read("a: b" + (char)0xDE00).Fault?.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\n\n")]
    public void An_empty_file_has_no_root(string text) => Assert.Equal((null, null), YamlReader.Read(text));
}
