namespace PolicySdk.Cli.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("policysdk: There is no policy 'apu'. Did you mean 'api'?", "explain", "192.0.2.1", "--policy", "apu")]
    [InlineData("policysdk: '192.0.2.1/24' is not an address.", "explain", "192.0.2.1/24")]
    [InlineData("policysdk: '2026-13-01' is not a date. Write YYYY-MM-DD.", "explain", "192.0.2.1", "--on", "2026-13-01")]
    [InlineData("policysdk: There is no entry 192.0.2.9 in 'allow'.", "remove", "192.0.2.9")]
    [InlineData("policysdk: Name one list: --client, --block or --network.", "add", "192.0.2.9", "--client", "a", "--block")]
    [InlineData("policysdk: There is no network 'office'.", "add", "192.0.2.9", "--network", "office")]
    [InlineData("policysdk: Name the new last day with --expires", "renew", "192.0.2.1")]
    [InlineData("policysdk: 'http://example.org/me' is not an https URL.", "add-my-ip", "--from", "http://example.org/me")]
    [InlineData("policysdk: Name the endpoint that tells your address with --from, or the address with --ip.", "add-my-ip")]
    [InlineData("already exists. Add to it with 'policysdk add'.", "new", "api", "192.0.2.1")]
    [InlineData("--expiring can't be negative.", "report", "--expiring", "-4")]
    [InlineData("--in must name an environment.", "explain", "192.0.2.1", "--in", "")]
    [InlineData("policysdk: 'office' is not an address.", "add-my-ip", "--ip", "office")]
    [InlineData("policysdk: '192.0.2.0/24' is not an address.", "add-my-ip", "--ip", "192.0.2.0/24")]
    [InlineData("policysdk: That is after the year 9999.", "renew", "192.0.2.1", "--days", "30", "--today", "9999-12-20")]
    [InlineData("See 'policysdk --help'.", "nonsense")]
    public async Task A_wrong_command_line_is_told_and_ends_with_2(string message, params string[] arguments)
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        var (exitCode, _, error) = await command.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.1\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_file_that_is_read_only_stays_as_it_is()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));
        var file = new FileInfo(command.PathOf("api.policy.yaml")) { IsReadOnly = true };

        var (exitCode, _, error) = await command.RunAsync("add", "192.0.2.7");

        file.IsReadOnly = false;
        Assert.Equal(3, exitCode);
        Assert.Contains("is read-only. Nothing was written.", error, StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.1\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_is_never_written()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: [api\n"));

        Assert.Equal(3, (await command.RunAsync("add", "192.0.2.1")).ExitCode);
        Assert.Equal("policy: [api\n", command.Read("api.policy.yaml"));
    }

    [Theory]
    [InlineData("{policy: api, allow: [192.0.2.1, 192.0.2.2]}")]
    [InlineData("policy: api\rallow:\r- 192.0.2.1\r- 192.0.2.2\r")]
    public async Task A_file_that_has_no_lines_is_checked_but_not_edited(string text)
    {
        using var command = new CommandLine(("api.policy.yaml", text));

        Assert.Equal(0, (await command.RunAsync("lint", "--fix", "--fail-on", "error")).ExitCode);
        foreach (var edit in new string[][] { ["add", "192.0.2.9"], ["remove", "192.0.2.2"], ["renew", "192.0.2.2", "--days", "9"], ["block", "192.0.2.2"] })
        {
            var (exitCode, _, error) = await command.RunAsync(edit);
            Assert.Equal(3, exitCode);
            Assert.Contains("to be edited. Nothing was written.", error, StringComparison.Ordinal);
        }

        Assert.Equal(text, command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task The_last_line_goes_alone_whatever_ends_the_first()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\r\nallow:\n  - 192.0.2.1\n  - 192.0.2.2"));

        await command.SucceedAsync("remove", "192.0.2.2");

        Assert.Equal("policy: api\r\nallow:\n  - 192.0.2.1", command.Read("api.policy.yaml"));
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("fmt", "--check")]
    [InlineData("report")]
    public async Task A_folder_without_policies_is_no_clean_one(params string[] arguments)
    {
        using var command = new CommandLine(("schema/x.json", "{}"));

        var (exitCode, _, error) = await command.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("There are no policy files in", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_file_can_not_speak_to_terminals_and_build_services()
    {
        using var command = new CommandLine(("a\n::error::x.policy.yaml", "policy: a\nallow: [192.0.2.1]\n"));

        var (exitCode, output, error) = await command.RunAsync("lint");

        Assert.Equal((3, "", "policysdk: The name of policies/a?::error::x.policy.yaml has control characters. Rename it.\n"), (exitCode, output, error));
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_is_no_file_that_is_laid_out()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: [api\n"));

        Assert.Equal(1, (await command.RunAsync("fmt", "--check")).ExitCode);
    }

    [Fact]
    public async Task Every_command_shows_examples()
    {
        using var command = new CommandLine();

        foreach (var name in new[] { "new", "add-my-ip", "add", "remove", "renew", "block", "lint", "fmt", "explain", "diff", "report", "schema" })
        {
            var help = await command.SucceedAsync(name, "--help");
            Assert.Contains($"Examples:\n  policysdk {name}", help, StringComparison.Ordinal);
        }
    }

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

        var folder = Cli.Sources.PolicyFolder.ReadOrBegin(Path.Combine(project.FullName, named));

        Assert.Equal(Path.Combine(project.FullName, expected), Path.Combine(folder.Project, folder.Name));
        project.Delete();
    }

    [Fact]
    public async Task A_file_that_somebody_else_wrote_meanwhile_is_not_overwritten()
    {
        const string Other = "policy: a\nallow:\n  - 192.0.2.9\n";
        using var command = new CommandLine(("a.policy.yaml", Other), ("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));
        var folder = Cli.Sources.PolicyFolder.Read(command.Folder);
        command.Write("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.2\n");

        var fault = Assert.Throws<Cli.CommandException>(() => new Cli.Editing.FileWriter(folder).Write([.. folder.Files.Select(static file => file with { Text = file.Text + "  - 192.0.2.3\n" })]));

        Assert.Equal(3, fault.ExitCode);
        Assert.Contains("has changed since it was read. Nothing was written", fault.Message, StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.2\n", command.Read("api.policy.yaml"));
        Assert.Equal(Other, command.Read("a.policy.yaml"));
    }
}
