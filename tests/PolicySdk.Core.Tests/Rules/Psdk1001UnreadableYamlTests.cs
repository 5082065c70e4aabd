using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1001: what YAML can't be read, or may not be used. The limits have tests of their own in <c>Yaml</c>.</summary>
public sealed class Psdk1001UnreadableYamlTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.UnreadableYaml);

    [Theory]
    [InlineData("policy: sample\nallow: [|&list|] [192.0.2.1]\n", "An anchor (&name) is not allowed. Use a named network for what is used twice.")]
    [InlineData("policy: sample\nallow: [|*list|]\n", "An alias (*name) is not allowed. Write the value, or use a named network.")]
    [InlineData("policy: sample\nallow:\n  - [|!!str|] 192.0.2.1\n", "A tag (!name) is not allowed. Put quotes around a text that starts with '!'.")]
    [InlineData("policy: sample\n[|<<|]: {a: b}\n", "A merge key (<<) is not allowed. Write the keys out, or use a named network.")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n[|---|]\npolicy: other\n", "The file holds a second document. One file is one document: remove the '---' or split the file.")]
    [InlineData("[|%YAML 1.2|]\n---\npolicy: sample\n", "A directive (%YAML, %TAG) is not allowed. Remove the line.")]
    [InlineData("# head\n[|%FOO bar # unknown|]\n---\npolicy: sample\n", "A directive (%YAML, %TAG) is not allowed. Remove the line.")]
    [InlineData("[|\uFEFF|]policy: sample\n", "The file holds the character U+FEFF, a byte order mark inside the text. Remove it.")]
    [InlineData("policy: sample\n[|{a:|] b}: c\n", "A key must be a text, not a list or a mapping. A value that starts with '{' or '[' needs quotes.")]
    [InlineData("policy: sam[|\u0007|]ple\n", "The file holds the character U+0007, a control character. Remove it.")]
    [InlineData("policy: sample # [|\u202E|]x\n", "The file holds the character U+202E, which changes the order in which text is shown. Remove it.")]
    [InlineData("policy: s[|\uFFFD|]mple\n", "The file holds the character U+FFFD, which stands for bytes that are no UTF-8. Remove it.")]
    [InlineData("policy: [|\"a\\u202Eb\"|]\n", "The text holds the character U+202E, which is not printable. Remove it.")]
    public void A_feature_that_is_not_allowed_is_refused_at_its_place(string text, string message) => Rule.FiresIn(text, message);

    [Theory]
    [InlineData("|")]
    [InlineData(">-")]
    public void A_block_text_is_no_address(string style) =>
        Rule.FiresIn($"policy: sample\nallow:\n  - [|{style}\n    192.0.2.1\n|]", "A block text ('|' or '>') can't be an address. Write the address on the line itself.");

    [Theory]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: a\n  - 10.0.0.1\n")]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: a]\n")]
    [InlineData("allow: [{ip: 192.0.2.1}, [|{|]net: a]\nblock: [192.0.2.2]\n")]
    [InlineData("allow:\n  - {ip: 192.0.2.1, note: \"a\\\"}\"}\n  - [|{|]ip: 192.0.2.2, note: 'it''s }', only-in: [a]\nblock: [192.0.2.3] # ]\n")]
    public void A_bracket_that_is_never_closed_is_told_where_it_stands(string text) =>
        Rule.FiresIn("policy: sample\n" + text, "The file can't be read as YAML: this '{' is never closed. Write the '}' that is missing.");

    [Theory]
    [InlineData("allow: [192.0.2.1\nblock: x\n", "Write the ']' that is missing.")]
    [InlineData("allow: [192.0.2.1, 192.0.2.2 # two]\nblock: [10.0.0.1]\n", "A '#' after a space starts a comment, here on line 2, with the ']' in it. Put a text that holds ' #' in quotes.")]
    public void So_is_that_of_a_list(string text, string message)
    {
        var problem = Assert.Single(CompiledProject.Of((RuleVerifier.PolicyPath, "policy: sample\n" + text)).Problems);

        Assert.Equal((RuleIds.UnreadableYaml, 1, 7, $"The file can't be read as YAML: this '[' is never closed. {message}"), (problem.Rule, problem.Range.Line, problem.Range.Column, problem.Message));
    }

    [Theory]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: #3 office}\n  - 10.0.0.1\n", 3)]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: #3 office}\n", 3)]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: Office #3}\n  - {ip: 10.0.0.1}\n", 3)]
    [InlineData("allow:\n  - [|{|]ip: 192.0.2.1, note: Office #3}\nblock:\n  - 10.0.0.1\n", 3)]
    [InlineData("allow: [ # these]\n  192.0.2.1,\n  [|{|]ip: 10.0.0.1,\n   note: #3 }\n  192.0.2.3\n]\n", 5)]
    public void A_comment_that_holds_the_closing_bracket_is_told(string text, int line) =>
        Rule.FiresIn(
            "policy: sample\n" + text,
            $"The file can't be read as YAML: this '{{' is never closed. A '#' after a space starts a comment, here on line {line}, with the '}}' in it. Put a text that holds ' #' in quotes.");

    [Theory]
    [InlineData("  - {ip: 192.0.2.1, note: x[|:|] y}\n", "a ':' stands inside a value. Put a text that holds it in quotes, or write the ',' that is missing before a key.")]
    [InlineData("  - {ip: 192.0.2.1 note[|:|] y}\n", "a ':' stands inside a value. Put a text that holds it in quotes, or write the ',' that is missing before a key.")]
    [InlineData("  - ip: 192.0.2.1\n    note: x[||]: y\n", "a ':' stands inside a value. Put a text that holds it in quotes.")]
    [InlineData("  - {ip: 192.0.2.1, note: 'a' [|b|]}\n", "a ',' or a closing bracket is missing before this place. Put a text with quotes or brackets in it into quotes as a whole.")]
    [InlineData("  - {ip: 192.0.2.1, note: [|@|]b}\n", "a text that starts with '@' needs quotes.")]
    [InlineData("  - {ip: 192.0.2.1, note: [|-|] b}\n", "a text that starts with '- ' needs quotes.")]
    public void A_syntax_error_is_told_with_its_place(string text, string message) =>
        Rule.FiresIn("policy: sample\nallow:\n" + text, "The file can't be read as YAML: " + message);

    [Fact]
    public void A_quote_that_is_not_closed_is_looked_for_by_the_reader_of_the_message()
    {
        var problem = Assert.Single(CompiledProject.Of((RuleVerifier.PolicyPath, "policy: sample\nallow: [192.0.2.1, '192.0.2.2]\n")).Problems);

        Assert.Equal(RuleIds.UnreadableYaml, problem.Rule);
        Assert.DoesNotContain("never closed", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colon_alone_is_refused() =>
        Assert.Equal(
            "The file can't be read as YAML here: a key without a value. Remove it, or write both.",
            Assert.Single(CompiledProject.Of((RuleVerifier.GuardrailsPath, "guardrails:\n  never: [203.0.113.7]\n:\n")).Problems).Message);

    [Theory]
    [InlineData("policy: sample\nallow:\n[|\t|]- 192.0.2.1\n")]
    [InlineData("# one\n\npolicy: sample\nallow:\n  - 192.0.2.1\nblock:\n[|\t|]- 192.0.2.2\n")]
    public void A_tab_is_told_where_it_stands(string text)
    {
        var file = MarkedText.Parse(text);

        var problem = Assert.Single(CompiledProject.Of((RuleVerifier.PolicyPath, file.Text)).Problems);

        Assert.Equal((RuleIds.UnreadableYaml, Assert.Single(file.Ranges)), (problem.Rule, problem.Range));
        Assert.Contains("tab", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        var file = PolicyFileReader.Read(new(RuleVerifier.PolicyPath, "policy: sample\nallow: [192.0.2.1]\n") { IsUtf8 = false });

        Assert.Equal(RuleIds.UnreadableYaml, Assert.Single(file.Problems).Rule);
    }

    [Fact]
    public void Notes_may_be_block_texts_and_hold_any_printable_character() =>
        Rule.IsQuietIn("# comment\npolicy: sample\nallow:\n  - ip: 192.0.2.1\n    note: >\n      Büro 東京 \U0001F600\n      second line\n");
}
