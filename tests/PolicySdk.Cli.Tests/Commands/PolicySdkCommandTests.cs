namespace PolicySdk.Cli.Tests.Commands;

public sealed class PolicySdkCommandTests
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
    public async Task Every_command_shows_examples()
    {
        using var command = new CommandLine();

        foreach (var name in new[] { "new", "add-my-ip", "add", "remove", "renew", "block", "lint", "fmt", "explain", "diff", "report", "schema" })
        {
            var help = await command.SucceedAsync(name, "--help");
            Assert.Contains($"Examples:\n  policysdk {name}", help, StringComparison.Ordinal);
        }
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
}
