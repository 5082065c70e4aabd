using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Tests.Commands;

public sealed class NewCommandTests
{
    [Fact]
    public async Task A_new_policy_compiles_and_brings_the_schemas()
    {
        using var command = new CommandLine();
        Directory.CreateDirectory(command.Folder);

        await command.SucceedAsync("new", "partner-api", "203.0.113.7", "2001:db8:40::/48", "--owner", "team", "--note", "Their NAT");

        Assert.Equal(0, (await command.RunAsync("lint")).ExitCode);
        Assert.StartsWith("# yaml-language-server: $schema=schema/policy.schema.json\n# $schema: schema/policy.schema.json\npolicy: partner-api\nowner: team\n", command.Read("partner-api.policy.yaml"), StringComparison.Ordinal);
        Assert.True(File.Exists(command.PathOf("schema/policy.schema.json")));
        Assert.Equal(File.ReadAllText(Path.Combine(TestSupport.RepositoryRoot.Path, "policies", "schema", "policy.schema.json")), command.Read("schema/policy.schema.json"));
    }

    [Theory]
    [InlineData("", "policies")]
    [InlineData("policies", "policies")]
    [InlineData("policies/", "policies")]
    [InlineData("src/Api/", "src/Api/policies")]
    public void A_project_begins_in_the_folder_that_is_named(string named, string expected)
    {
        var project = Directory.CreateTempSubdirectory("policysdk-");

        var folder = PolicyFolder.ReadOrBegin(Path.Combine(project.FullName, named));

        Assert.Equal(Path.Combine(project.FullName, expected), Path.Combine(folder.Project, folder.Name));
        project.Delete();
    }
}
