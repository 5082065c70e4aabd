using System.Text.Json;
using PolicySdk.TestSupport;

namespace PolicySdk.Cli.Tests.Differences;

public sealed class DiffCommandTests
{
    private const string Before = "policy: api\nallow:\n  - 192.0.2.1\n";

    [Fact]
    public async Task Revisions_and_the_disk_are_compared()
    {
        using var command = await RepositoryAsync();
        await CommitAsync(command, Before + "  - 192.0.2.2\n");
        command.Write("api.policy.yaml", Before + "  - 192.0.2.2\n  - 192.0.2.3\n");

        Assert.Contains("gain 1 IPv4 address: 192.0.2.3\n\nonly widens\n", await command.SucceedAsync("diff"), StringComparison.Ordinal);
        Assert.Contains("gain 1 IPv4 address: 192.0.2.2\n", await command.SucceedAsync("diff", "HEAD~1..HEAD"), StringComparison.Ordinal);
        Assert.Contains("lose 1 IPv4 address: 192.0.2.2\n", await command.SucceedAsync("diff", "HEAD", "HEAD~1"), StringComparison.Ordinal);
        Assert.Contains("gain 2 IPv4 addresses: 192.0.2.2/31\n", await command.SucceedAsync("diff", "HEAD~1"), StringComparison.Ordinal);
        Assert.Contains("api (policies/api.policy.yaml): widens\n  every caller\n", await command.SucceedAsync("diff", "HEAD~1...HEAD"), StringComparison.Ordinal);
        Assert.Equal("same decisions\n", await command.SucceedAsync("diff", "HEAD..HEAD"));
    }

    [Fact]
    public async Task Three_dots_leave_out_what_the_base_changed_meanwhile()
    {
        using var command = await RepositoryAsync();
        await GitAsync(command, "checkout", "--quiet", "-b", "feature");
        await CommitAsync(command, Before + "  - 192.0.2.2\n");
        await GitAsync(command, "checkout", "--quiet", "-b", "base", "HEAD~1");
        await CommitAsync(command, Before + "  - 192.0.2.9\n");
        await GitAsync(command, "checkout", "--quiet", "--orphan", "stranger");
        await CommitAsync(command, Before + "# of no history\n");

        Assert.EndsWith("only widens\n", await command.SucceedAsync("diff", "base...feature"), StringComparison.Ordinal);
        Assert.EndsWith("widens and narrows\n", await command.SucceedAsync("diff", "base..feature"), StringComparison.Ordinal);
        var (exitCode, _, error) = await command.RunAsync("diff", "base...stranger");
        Assert.Equal(3, exitCode);
        Assert.Contains("no common history of base and stranger", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0, 0)]
    [InlineData("widen", 1, 0)]
    [InlineData("narrow", 0, 1)]
    [InlineData("any", 1, 1)]
    public async Task What_fails_is_chosen(string failOn, int wider, int narrower)
    {
        using var command = await RepositoryAsync();
        await CommitAsync(command, Before + "  - 192.0.2.2\n");

        Assert.Equal(wider, (await command.RunAsync("diff", "HEAD~1..HEAD", "--fail-on", failOn)).ExitCode);
        Assert.Equal(narrower, (await command.RunAsync("diff", "HEAD..HEAD~1", "--fail-on", failOn)).ExitCode);
        Assert.Equal(0, (await command.RunAsync("diff", "HEAD", "--fail-on", failOn)).ExitCode);
    }

    [Fact]
    public async Task A_project_in_a_folder_of_outputs_is_read_in_revisions_as_on_the_disk()
    {
        using var outer = new CommandLine();
        using var command = new CommandLine(Path.Combine(outer.Folder, "bin", "app"), ("api.policy.yaml", Before));
        await GitAsync(outer, "init", "--quiet");
        await CommitAsync(command, Before);

        Assert.Equal("same decisions\n", await command.SucceedAsync("diff"));
    }

    [Fact]
    public async Task A_removed_policy_that_only_reported_enforces_nothing()
    {
        using var command = await RepositoryAsync();
        await CommitAsync(command, "mode: {report-until: 2099-01-01}\n" + Before);
        File.Delete(command.PathOf("api.policy.yaml"));

        Assert.DoesNotContain("enforces", await command.SucceedAsync("diff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_that_a_change_removes_are_compared_though_their_folder_is_gone()
    {
        using var outer = new CommandLine();
        using var command = new CommandLine(Path.Combine(outer.Folder, "app"), ("api.policy.yaml", Before));
        await GitAsync(outer, "init", "--quiet");
        await CommitAsync(command, Before);
        Directory.Delete(Path.Combine(outer.Folder, "app"), recursive: true);
        await CommitAsync(outer, "other.txt", "x");

        Assert.Equal("api (policies/api.policy.yaml): narrows\n  is removed\n  every caller\n    lose 1 IPv4 address: 192.0.2.1\n\nonly narrows\n", await command.SucceedAsync("diff", "HEAD~1..HEAD"));
        Directory.CreateDirectory(Path.Combine(outer.Folder, "app"));
    }

    [Theory]
    [InlineData("policy: api\nallow: [192.0.2.1]\nclients:\n  acme:\n    allow: [192.0.2.2]\n", "  client acme\n    gain 1 IPv4 address: 192.0.2.2\n")]
    [InlineData("policy: api\nallow: [192.0.2.1]\nclients:\n  acme:\n    allow: [192.0.2.2]\n  birch:\n    allow: [192.0.2.2]\n", "  clients acme, birch\n    gain 1 IPv4 address: 192.0.2.2\n")]
    [InlineData("policy: api\nallow: [192.0.2.3]\nclients:\n  acme:\n    allow: [192.0.2.1]\n", "  callers without a client\n    gain 1 IPv4 address: 192.0.2.3\n    lose 1 IPv4 address: 192.0.2.1\n  client acme\n    gain 1 IPv4 address: 192.0.2.3\n")]
    public async Task Who_gains_is_told(string after, string expected)
    {
        using var command = await RepositoryAsync();
        command.Write("api.policy.yaml", after);

        Assert.Contains(expected, await command.SucceedAsync("diff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_compared_is_told()
    {
        using var command = await RepositoryAsync();
        await CommitAsync(command, Before + "  - 192.0.2.0/33\n");
        command.Write("api.policy.yaml", Before + "  - 192.0.2.0/33\n  - 192.0.2.7\n");

        Assert.Equal("api has errors on both sides, and refuses everybody: its lists can't be compared\nsame decisions\n", await command.SucceedAsync("diff"));
    }

    [Fact]
    public async Task A_change_of_one_day_is_told_of_that_day()
    {
        using var command = await RepositoryAsync();
        command.Write("api.policy.yaml", Before + "  - {ip: 192.0.2.7, from: 2099-01-31, expires: 2099-01-31}\n");

        Assert.Contains("    gain on 2099-01-31 1 IPv4 address: 192.0.2.7\n", await command.SucceedAsync("diff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_a_revision_is_refused()
    {
        using var command = await RepositoryAsync();
        File.CreateSymbolicLink(command.PathOf("link.policy.yaml"), "api.policy.yaml");
        await CommitAsync(command, Before);

        var (exitCode, _, error) = await command.RunAsync("diff", "HEAD..HEAD");

        Assert.Equal((3, "policysdk: link.policy.yaml of HEAD is a link, which is not followed in revisions.\n"), (exitCode, error));
    }

    [Fact]
    public async Task A_change_on_neither_side_is_no_comparison()
    {
        using var command = await RepositoryAsync();
        File.Delete(command.PathOf("api.policy.yaml"));
        await CommitAsync(command, "other.txt", "x");

        Assert.Equal(2, (await command.RunAsync("diff", "HEAD..HEAD")).ExitCode);
    }

    [Fact]
    public async Task Markdown_takes_no_name_for_markup_and_stays_short_enough_for_a_comment()
    {
        using var command = await RepositoryAsync();
        command.Write("<img src=x>@all `|`.policy.yaml", "policy: 7*7\nallow: [192.0.2.1]\n");
        command.Write("api.policy.yaml", "policy: api\nallow: [192.0.2.1]\nclients:\n" + string.Concat(Enumerable.Range(0, 2_000).Select(static i => $"  client-number-{i}:\n    allow: [198.51.{i / 256}.{i % 256}]\n")));

        var output = await command.SucceedAsync("diff", "--format", "markdown");

        Assert.DoesNotContain("<img", output.Replace("\\<img", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("@all", output, StringComparison.Ordinal);
        Assert.InRange(output.Length, 50_000, 65_000);
        Assert.Contains(" lines more: `policysdk diff` shows them all.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_outside_of_a_repository_is_a_fault()
    {
        using var command = new CommandLine(("api.policy.yaml", Before));

        var (exitCode, _, error) = await command.RunAsync("diff");

        Assert.Equal(3, exitCode);
        Assert.Contains("not a git repository", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_new_or_removed_is_told()
    {
        using var command = await RepositoryAsync();
        command.Write("other.policy.yaml", "policy: other\nallow:\n  - 192.0.2.0/24\n");
        File.Delete(command.PathOf("api.policy.yaml"));

        var output = await command.SucceedAsync("diff");

        Assert.Contains("api (policies/api.policy.yaml): narrows\n  is removed\n", output, StringComparison.Ordinal);
        Assert.Contains("other (policies/other.policy.yaml): widens\n  is new\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_and_JSON_say_the_same()
    {
        using var command = await RepositoryAsync();
        command.Write("api.policy.yaml", Before + "  - {ip: 192.0.2.2, expires: 2099-01-31}\n");

        Assert.Contains("| api | every caller | until 2099-01-31 | **gain** | 1 IPv4 address: 192.0.2.2 |\n", await command.SucceedAsync("diff", "--format", "markdown"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await command.SucceedAsync("diff", "--format", "json"));
        var gained = json.RootElement.GetProperty("policies")[0].GetProperty("callers")[0].GetProperty("changes")[0].GetProperty("gained");
        Assert.Equal(("1", "192.0.2.2/32"), (gained.GetProperty("v4").GetString(), gained.GetProperty("prefixes")[0].GetString()));
    }

    [Theory]
    [InlineData("no-such-branch..HEAD")]
    [InlineData("--output=x..HEAD")]
    [InlineData("no-such-branch...HEAD")]
    [InlineData("a..b..c")]
    public async Task A_revision_that_is_none_is_a_wrong_command_line(string revisions)
    {
        using var command = await RepositoryAsync();

        Assert.Equal(2, (await command.RunAsync("diff", "--", revisions)).ExitCode);
    }

    private static async Task<CommandLine> RepositoryAsync()
    {
        var command = new CommandLine();
        Directory.CreateDirectory(command.Folder);
        await GitAsync(command, "init", "--quiet");
        await CommitAsync(command, Before);
        return command;
    }

    private static Task CommitAsync(CommandLine command, string text) => CommitAsync(command, "api.policy.yaml", text);

    private static async Task CommitAsync(CommandLine command, string path, string text)
    {
        command.Write(path, text);
        await GitAsync(command, "add", "--all");
        await GitAsync(command, "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "a");
    }

    private static async Task GitAsync(CommandLine command, params string[] arguments)
    {
        await using var git = ChildProcess.Start(TimeSpan.FromMinutes(1), "git", ["-C", command.Folder, .. arguments]);
        Assert.True(await git.WaitForExitAsync() == 0, git.Output);
    }
}
