using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Tests.Editing;

public sealed class FileWriterTests
{
    [Fact]
    public async Task A_file_that_somebody_else_wrote_meanwhile_is_not_overwritten()
    {
        const string Other = "policy: a\nallow:\n  - 192.0.2.9\n";
        using var command = new CommandLine(("a.policy.yaml", Other), ("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.1\n"));
        var folder = PolicyFolder.Read(command.Folder);
        command.Write("api.policy.yaml", "policy: api\nallow:\n  - 192.0.2.2\n");

        var fault = Assert.Throws<CommandException>(() => new FileWriter(folder).Write([.. folder.Files.Select(static file => file with { Text = file.Text + "  - 192.0.2.3\n" })]));

        Assert.Equal(3, fault.ExitCode);
        Assert.Contains("has changed since it was read. Nothing was written", fault.Message, StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.2\n", command.Read("api.policy.yaml"));
        Assert.Equal(Other, command.Read("a.policy.yaml"));
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
    public async Task Where_one_file_can_not_be_written_none_is()
    {
        // No room is left in the name for that of a file beside it.
        var name = new string('b', 241) + ".policy.yaml";
        using var command = new CommandLine(("a.policy.yaml", "policy: a\nallow:\n  - 192.0.2.1\n"), (name, "policy: b\nallow:\n  - 192.0.2.1\n"));

        var (exitCode, _, error) = await command.RunAsync("block", "192.0.2.9", "--all-policies");

        Assert.Equal(3, exitCode);
        Assert.Contains($"{name} can't be written. Nothing was written.", error, StringComparison.Ordinal);
        Assert.Equal("policy: a\nallow:\n  - 192.0.2.1\n", command.Read("a.policy.yaml"));
        Assert.Equal(2, Directory.GetFiles(command.Folder).Length);
    }
}
