using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>The policy files in the guides are in order.</summary>
public sealed class GuidePagesTests
{
    public static TheoryData<string, string> Projects => [.. GuidePages.All.SelectMany(static page => page.Value.Sections
        .Where(static section => section.Files.Count > 0).Select(section => (page.Key, section.Heading)))];

    [Fact]
    public void Every_YAML_block_names_its_file() =>
        Assert.All(GuidePages.All.Values, static page => Assert.Equal(page.CountOfYamlBlocks, page.Sections.Sum(static section => section.Files.Count)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_files_of_a_section_are_in_order(string page, string heading) => Assert.Empty(
        CompiledProject.Of(GuidePages.All[page][heading].Files).Problems.Where(static problem => problem.Severity > ProblemSeverity.Info).Select(static problem => $"{problem.Path}: {problem.Message}"));
}
