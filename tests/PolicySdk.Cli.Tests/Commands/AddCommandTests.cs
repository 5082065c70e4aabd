namespace PolicySdk.Cli.Tests.Commands;

public sealed class AddCommandTests
{
    private const string Policy = "policy: api\nallow:\n  - 192.0.2.1\n  - 192.0.2.9\n";

    [Theory]
    [InlineData("0.0.0.0/0", "PSDK2006")]
    [InlineData("192.0.2.1/24", "PSDK2004")]
    [InlineData("no-such-network", "PSDK4001")]
    [InlineData("999.1.1.1", "PSDK")]
    public async Task What_the_build_would_refuse_is_not_written(string address, string rule)
    {
        using var command = new CommandLine(("api.policy.yaml", Policy));

        var (exitCode, _, error) = await command.RunAsync("add", address);

        Assert.Equal(1, exitCode);
        Assert.Contains(rule, error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", error, StringComparison.Ordinal);
        Assert.Equal(Policy, command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task What_guardrails_require_is_asked_for()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - {ip: 192.0.2.1, note: a, ticket: T-1}\n"), ("guardrails.yaml", "guardrails:\n  require: [note, ticket]\n  ticket: \"^T-[0-9]+$\"\n"));

        Assert.Equal((2, "policysdk: The guardrails require --note and --ticket.\n"), await command.EndAsync("add", "192.0.2.7"));
        Assert.Equal(1, (await command.RunAsync("add", "192.0.2.7", "--note", "b", "--ticket", "X-1")).ExitCode);
        await command.SucceedAsync("add", "192.0.2.7", "--note", "b", "--ticket", "T-2");
    }

    [Fact]
    public async Task An_owner_of_the_list_is_enough_for_guardrails()
    {
        const string Owned = "policy: api\nowner: team\nallow:\n  - 192.0.2.1\nclients:\n  acme:\n    owner: them\n    allow:\n      - 192.0.2.2\n";
        using var command = new CommandLine(("api.policy.yaml", Owned), ("b.policy.yaml", "policy: b\nallow:\n  - {ip: 192.0.2.1, owner: x}\n"), ("guardrails.yaml", "guardrails:\n  require: [owner]\n"));

        await command.SucceedAsync("add", "192.0.2.7", "--policy", "api");
        await command.SucceedAsync("add", "192.0.2.8", "--policy", "api", "--client", "acme");
        Assert.Equal((2, "policysdk: The guardrails require --owner.\n"), await command.EndAsync("add", "192.0.2.7", "--policy", "b"));
    }

    [Theory]
    [InlineData("{ip: 192.0.2.0/24, expires: 2099-01-31}")]
    [InlineData("{ip: 192.0.2.0/24, from: 2099-01-31}")]
    [InlineData("{ip: 192.0.2.0/24, only-in: Development}")]
    [InlineData("{ip: 192.0.2.0/24, except: [192.0.2.7]}")]
    public async Task What_counts_at_times_does_not_make_an_entry_needless(string entry)
    {
        using var command = new CommandLine(("api.policy.yaml", $"policy: api\nallow:\n  - {entry}\n"));

        await command.SucceedAsync("add", "192.0.2.7");

        Assert.Equal($"policy: api\nallow:\n  - {entry}\n  - {{ip: 192.0.2.7}}\n".Replace("{ip: 192.0.2.7}", "192.0.2.7", StringComparison.Ordinal), command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_an_error_until_it_is_said_to_be_new()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy));

        Assert.Equal((2, "policysdk: The policy has no client 'acne'. If it is new, say --new-client.\n"), await command.EndAsync("add", "198.51.100.1", "--client", "acne"));
    }

    [Fact]
    public async Task What_is_there_already_is_not_added_twice()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy));

        Assert.Contains("192.0.2.9 is already in the list: 192.0.2.9", await command.SucceedAsync("add", "192.0.2.9"), StringComparison.Ordinal);
        Assert.Equal(Policy, command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_dry_run_shows_the_change_and_writes_nothing()
    {
        using var command = new CommandLine(("api.policy.yaml", Policy));

        Assert.Contains("+  - 198.51.100.1\n", await command.SucceedAsync("add", "198.51.100.1", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal(Policy, command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task What_is_blocked_stays_refused_which_is_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\nblock:\n  - 198.51.100.0/24\n"));

        Assert.Equal((0, "policysdk: 198.51.100.7 stays refused: 'a' blocks 198.51.100.0/24.\n"), await command.EndAsync("add", "198.51.100.7"));
    }

    [Fact]
    public async Task A_team_is_an_owner_and_no_file_of_arguments()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n"));

        await command.SucceedAsync("add", "192.0.2.9", "--owner", "@example/api");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n  - {ip: 192.0.2.9, owner: \"@example/api\"}\n", command.Read("a.policy.yaml"));
    }
}
