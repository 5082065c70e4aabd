using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>The typing of plain texts, row by row.</summary>
public sealed class YamlJsonTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("nULL", "\"nULL\"")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("007", "7")]
    [InlineData("+12", "12")]
    [InlineData("-1", "-1")]
    [InlineData("0o17", "15")]
    [InlineData("0xFF", "255")]
    [InlineData("0xfg", "\"0xfg\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("340282366920938463463374607431768211456", "340282366920938463463374607431768211456")]
    [InlineData("10.1", "10.1")]
    [InlineData("1.5e1", "15")]
    [InlineData("10.0.0.1", "\"10.0.0.1\"")]
    [InlineData(".inf", "1.7976931348623157E+308")]
    [InlineData("-.INF", "1.7976931348623157E+308")]
    [InlineData(".NaN", "1.7976931348623157E+308")]
    [InlineData("2026-12-31", "\"2026-12-31\"")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"\"", "\"\"")]
    public void A_text_has_the_type_that_an_editor_gives_it(string yaml, string json) => Assert.Equal($$"""{"key":{{json}}}""", Convert("key: " + yaml));

    [Fact]
    public void Keys_are_texts_and_lists_keep_their_order() => Assert.Equal("""{"1":[true,{"true":[]}],"2":{}}""", Convert("{1: [true, {true: []}], 2: {}}"));

    private static string? Convert(string yaml) => YamlJson.Of(YamlReader.Read(yaml).Root)?.ToJsonString();
}
