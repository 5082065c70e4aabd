namespace PolicySdk.Cli.Tests.Commands;

public sealed class RemoveCommandTests
{
    [Fact]
    public async Task The_only_entry_of_a_policy_can_not_be_removed()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));

        Assert.Equal(1, (await command.RunAsync("remove", "192.0.2.1")).ExitCode);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.1\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task All_entries_that_say_an_address_are_removed_and_what_still_covers_it_is_told()
    {
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - {ip: 192.0.2.7, expires: 2098-01-01}\n  - 192.0.2.0/24\n  - {ip: 192.0.2.7, expires: 2099-01-01}\n"));

        var renewal = await command.EndAsync("renew", "192.0.2.7", "--days", "3");
        var removal = await command.EndAsync("remove", "192.0.2.7");

        Assert.Equal((2, 0), (renewal.ExitCode, removal.ExitCode));
        Assert.StartsWith("policysdk: Several entries say 192.0.2.7, in the lines 3, 5 of", renewal.Error, StringComparison.Ordinal);
        Assert.StartsWith("policysdk: 192.0.2.7 is still part of 192.0.2.0/24 (", removal.Error, StringComparison.Ordinal);
        Assert.Equal("policy: a\nallow:\n  - 192.0.2.0/24\n", command.Read("a.policy.yaml"));
    }

    [Fact]
    public async Task The_last_line_goes_alone_whatever_ends_the_first()
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\r\nallow:\n  - 192.0.2.1\n  - 192.0.2.2"));

        await command.SucceedAsync("remove", "192.0.2.2");

        Assert.Equal("policy: api\r\nallow:\n  - 192.0.2.1", command.Read("api.policy.yaml"));
    }
}
