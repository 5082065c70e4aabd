using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>The programs in the guides compile, and the analyzers have nothing to say of them.</summary>
public sealed class GuidePagesTests
{
    public static TheoryData<string, string> Programs => [.. GuidePages.All.SelectMany(static page => page.Value.Sections
        .Where(static section => section.CodeFiles.Count > 0).Select(section => (page.Key, section.Heading)))];

    [Fact]
    public void Every_block_of_code_is_a_file() =>
        Assert.All(GuidePages.All.Values, static page => Assert.Equal(page.CountOfCodeBlocks, page.Sections.Sum(static section => section.CodeFiles.Count)));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_is_told_nothing_of(string page, string heading) => Assert.Empty(await PageExample.Analyze(GuidePages.All[page][heading]));
}
