namespace PolicySdk.Cli.Tests.Commands;

public sealed class BlockCommandTests
{
    [Fact]
    public async Task A_block_reaches_every_policy()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.0/24\n"), ("b.policy.yaml", "policy: b\nallow:\n  - 192.0.2.0/24\n"));

        await command.SucceedAsync("block", "192.0.2.7", "--all-policies", "--note", "Bad");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.0/24\nblock:\n  - {ip: 192.0.2.7, note: Bad}\n", command.Read("a.policy.yaml"));
        Assert.Equal("policy: b\nallow:\n  - 192.0.2.0/24\nblock:\n  - {ip: 192.0.2.7, note: Bad}\n", command.Read("b.policy.yaml"));
        Assert.Equal((2, "policysdk: Name a policy with --policy, or take --all-policies.\n"), await command.EndAsync("block", "192.0.2.8", "--all-policies", "--policy", "a"));
        Assert.Equal(2, (await command.RunAsync("block", "192.0.2.8")).ExitCode);
    }

    [Fact]
    public async Task Errors_that_were_there_before_are_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n  - 192.0.2.0/33\n"));

        Assert.Equal((0, "policysdk: The build refuses these files for errors that were there before: see 'policysdk lint'.\n"), await command.EndAsync("block", "192.0.2.9"));
    }

    [Fact]
    public async Task A_file_with_an_end_of_document_gets_its_section_before_it()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n# the end\n...\n"));

        await command.SucceedAsync("block", "192.0.2.9");

        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n# the end\nblock:\n  - 192.0.2.9\n...\n", command.Read("a.policy.yaml"));
    }
}
