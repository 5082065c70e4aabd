using System.Text.Json;

namespace PolicySdk.Cli.Tests.Linting;

public sealed class LintCommandTests
{
    private const string Wrong = "policy: api\nallow:\n  - 192.0.2.1/24\n  - {ip: 198.51.100.9, expires: 2020-01-01}\n";

    [Fact]
    public async Task Findings_are_told_as_compilers_tell_them()
    {
        using var command = new CommandLine(("api.policy.yaml", Wrong));

        var (exitCode, output, _) = await command.RunAsync("lint");

        Assert.Equal(1, exitCode);
        Assert.Contains("api.policy.yaml(3,5): error PSDK2004: '192.0.2.1/24' has host bits set.", output, StringComparison.Ordinal);
        Assert.Contains("api.policy.yaml(4,33): warning PSDK3002: 198.51.100.9 expired on 2020-01-01", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public async Task Which_severity_fails_is_chosen(string failOn, int exitCode)
    {
        using var command = new CommandLine(("api.policy.yaml", "policy: api\nallow:\n  - 198.51.100.9\n  - 198.51.100.9\n"));

        Assert.Equal(exitCode, (await command.RunAsync("lint", "--fail-on", failOn)).ExitCode);
    }

    [Fact]
    public async Task Annotations_are_escaped()
    {
        using var command = new CommandLine(("a,b:c%.policy.yaml", "policy: api\nallow:\n  - \"100%\\nx::error\"\n"));

        var line = (await command.RunAsync("lint", "--format", "github")).Output.Split('\n').First(static line => line.StartsWith("::error", StringComparison.Ordinal));

        Assert.StartsWith("::error file=", line, StringComparison.Ordinal);
        Assert.Contains("a%2Cb%3Ac%25.policy.yaml,line=3,endLine=3,col=5,", line, StringComparison.Ordinal);
        Assert.Contains("100%25", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_rules_places_and_relative_paths()
    {
        using var command = new CommandLine(("api policy.policy.yaml", Wrong));

        using var sarif = JsonDocument.Parse((await command.RunAsync("lint", "--format", "sarif")).Output);

        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().First(static one => one.GetProperty("ruleId").GetString() == "PSDK2004");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("PSDK2004", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.EndsWith("/policies/api%20policy.policy.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal((3, 5, 17), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32(), place.GetProperty("region").GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public async Task A_fix_writes_the_file_and_then_nothing_is_left()
    {
        using var command = new CommandLine(("api.policy.yaml", Wrong));

        Assert.Contains("+  - 192.0.2.0/24", await command.SucceedAsync("lint", "--fix"), StringComparison.Ordinal);
        Assert.Equal("policy: api\nallow:\n  - 192.0.2.0/24\n", command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_dry_run_of_a_fix_shows_it_and_writes_nothing()
    {
        using var command = new CommandLine(("api.policy.yaml", Wrong));

        var (exitCode, output, _) = await command.RunAsync("lint", "--fix", "--dry-run");

        Assert.Equal(1, exitCode);
        Assert.Contains("+  - 192.0.2.0/24", output, StringComparison.Ordinal);
        Assert.Contains("error PSDK2004", output, StringComparison.Ordinal);
        Assert.Equal(Wrong, command.Read("api.policy.yaml"));
    }

    [Fact]
    public async Task A_fix_leaves_the_output_to_programs()
    {
        using var command = new CommandLine(("api.policy.yaml", Wrong));

        using var json = JsonDocument.Parse(await command.SucceedAsync("lint", "--fix", "--format", "json"));

        Assert.DoesNotContain("PSDK2004", json.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("rule").GetString()));
    }
}
