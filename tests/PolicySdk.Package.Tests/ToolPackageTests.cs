namespace PolicySdk.Package.Tests;

/// <summary>The tool, installed from its packed file in an empty folder.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_works_from_a_manifest_in_an_empty_folder()
    {
        var project = Path.Combine(Repository.Root, "generator", "PolicySdk.Cli", "PolicySdk.Cli.csproj");
        var machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "";
        (await DotnetCommand.RunAsync(Repository.Root, machinePackages, "pack", project, "--configuration", "Release", "--output", _folder["feed"], "--artifacts-path", _folder["artifacts"])).Succeeded();
        var work = Directory.CreateDirectory(_folder["work"]).FullName;

        (await RunAsync(work, "new", "tool-manifest")).Succeeded();
        (await RunAsync(work, "tool", "install", "PolicySdk.Cli", "--add-source", _folder["feed"], "--version", "*-*")).Succeeded();
        (await ToolAsync(work, "new", "partner-api", "192.0.2.40", "--owner", "team", "--note", "Probe")).Succeeded();
        (await ToolAsync(work, "add", "203.0.113.7", "--policy", "partner-api", "--client", "acme-prod", "--new-client")).FailedWith("PSDK5001");
        (await ToolAsync(work, "add", "192.0.2.40", "--policy", "partner-api", "--client", "acme-prod", "--new-client", "--force")).Succeeded();

        Assert.Contains("client acme-prod: allowed", (await ToolAsync(work, "explain", "192.0.2.40")).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("partner-api: enforced; without a client 1 IPv4 address", (await ToolAsync(work, "report")).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("PSDK4005", (await ToolAsync(work, "lint")).FailedWith("PSDK4005").Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(work, "policies", "schema", "policy.schema.json")));
    }

    private Task<CommandResult> ToolAsync(string work, params string[] arguments) => RunAsync(work, ["tool", "run", "policysdk", "--", .. arguments]);

    private Task<CommandResult> RunAsync(string work, params string[] arguments) => DotnetCommand.RunToolAsync(_folder["home"], work, _folder["packages"], arguments);
}
