using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Yaml;

/// <summary>How much of a file is read: the largest that is taken, and the first that is not.</summary>
public sealed class YamlLimitsTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "The file is larger than 16 MiB. Split it, for example into several networks.")]
    public void A_file_has_at_most_16_MiB(int more, string? message)
    {
        var line = new string('x', 1_022) + "\n";
        var text = string.Concat(Enumerable.Repeat("#" + line, 16 * 1_024)) + new string('#', more);

        Assert.Equal(16 * 1_024 * 1_024 + more, text.Length);
        Assert.Equal(message, YamlReader.Read(text).Fault?.Message);
    }

    [Fact]
    public void The_size_is_counted_in_bytes_of_UTF8() =>
        Assert.NotNull(YamlTextCheck.Find(string.Concat(Enumerable.Repeat("# " + new string('é', 1_000) + "\n", 8_400))));

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public void Lists_and_mappings_nest_32_deep(int depth, bool isRefused)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{a: ", "}"), ("[{a: ", "}]") })
        {
            var times = depth / (open.Length == 5 ? 2 : 1);
            var text = string.Concat(Enumerable.Repeat(open, times)) + "x" + string.Concat(Enumerable.Repeat(close, times));
            if (open.Length == 5 && depth % 2 == 1)
            {
                text = "[" + text + "]";
            }

            Assert.Equal(isRefused ? "The file is nested deeper than 32 levels." : null, YamlReader.Read(text).Fault?.Message);
        }
    }

    [Fact]
    public void The_place_of_too_deep_nesting_is_the_bracket_that_is_too_much()
    {
        var fault = YamlReader.Read("a:\n" + new string('[', 100)).Fault!;

        Assert.Equal((1, 31), (fault.Range.Line, fault.Range.Column));
    }

    [Theory]
    [InlineData("{0}", 4_096, false)]
    [InlineData("{0}", 4_097, true)]
    [InlineData("'{0}'", 4_097, true)]
    [InlineData("\"{0}\"", 4_097, true)]
    [InlineData("|\n  {0}", 4_097, true)]
    [InlineData("[{0}]", 4_097, true)]
    public void A_text_has_at_most_4096_characters(string form, int length, bool isRefused)
    {
        var fault = YamlReader.Read("a: " + form.Replace("{0}", new string('x', length), StringComparison.Ordinal)).Fault;

        Assert.Equal(isRefused ? "The text is longer than 4,096 characters. Shorten it." : null, fault?.Message);
    }

    [Theory]
    [InlineData(65_536, false)]
    [InlineData(65_537, true)]
    public void A_line_has_at_most_65536_characters(int length, bool isRefused)
    {
        var fault = YamlReader.Read("a: b\n" + new string('#', length) + "\nc: d\n").Fault;

        Assert.Equal(isRefused ? "The line is longer than 65,536 characters; nobody can review that. Put one entry on a line." : null, fault?.Message);
        Assert.Equal(isRefused ? 1 : null, fault?.Range.Line);
        Assert.Equal(isRefused ? 0 : null, fault?.Range.Column);
    }
}
