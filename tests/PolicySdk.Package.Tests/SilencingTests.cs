using System.Text.Json;

namespace PolicySdk.Package.Tests;

/// <summary>No setting lets a broken policy, or a generator that did not run, pass as a green build.</summary>
public sealed class SilencingTests(PackedPackage package)
{
    private const string Policy = "policies/partner-api.policy.yaml";
    private const string Broken = "policy: partner-api\nallow:\n  - 10.0.0.256\n";

    [Theory]
    [InlineData("-p:NoWarn=PSDK2001")]
    [InlineData("-p:RunAnalyzers=false")]
    [InlineData("-p:TreatWarningsAsErrors=false")]
    public async Task A_broken_policy_fails_whatever_the_command_line_says(string argument)
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write(Policy, Broken);

        (await consumer.BuildAsync(argument)).FailedWith("error PSDK2001");
    }

    [Fact]
    public async Task A_broken_policy_fails_whatever_the_project_says()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write(Policy, Broken);
        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PSDK2001.severity = none\n");
        consumer.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.PSDK2001.severity = none\n");
        consumer.WriteProject(properties: "<NoWarn>PSDK2001</NoWarn><WarningsNotAsErrors>PSDK2001</WarningsNotAsErrors><RunAnalyzers>false</RunAnalyzers>");

        (await consumer.BuildAsync()).FailedWith("error PSDK2001");
    }

    [Theory]
    [InlineData("PolicySdk.Core.dll", "")]
    [InlineData("PolicySdk.YamlDotNet.dll", "")]
    [InlineData("PolicySdk.Generator.dll", "")]
    [InlineData("PolicySdk.Core.dll", "-p:NoWarn=CS8784%3BCS8785%3BCS8032%3B8034")]
    [InlineData("PolicySdk.Generator.dll", "-p:TreatWarningsAsErrors=false;WarningsAsErrors=;WarningsNotAsErrors=CS8034")]
    public async Task A_generator_that_cannot_load_fails_the_build(string damaged, string argument)
    {
        // A program that needs no policy type: nothing but the load failure can stop this build.
        using var consumer = Consumer.WithPolicy(package);
        using var packages = new TemporaryFolder();
        consumer.Write("Program.cs", "Console.WriteLine();");
        consumer.Packages = packages.Path;
        (await consumer.RestoreAsync()).Succeeded();
        var file = Assert.Single(Directory.GetFiles(packages.Path, damaged, SearchOption.AllDirectories));
        await File.WriteAllTextAsync(file, "no assembly", TestContext.Current.CancellationToken);

        var build = await consumer.BuildAsync(["--no-restore", .. argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Matches("error (CS8784|CS8785|CS8032|CS8034|PSDK1000)", build.FailedWith("error ").Output);
    }

    [Fact]
    public async Task What_a_project_sets_does_not_make_a_load_failure_a_warning()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("Program.cs", "_ = new IpPolicies.PartnerApi();");
        consumer.WriteProject(properties: "<NoWarn>CS1591;CS8785, cs8032 8034;CS87850</NoWarn><WarningsNotAsErrors>CS9057;CS0612</WarningsNotAsErrors>");

        var build = await consumer.BuildAsync("-restore", "-t:CoreCompile", "-getProperty:NoWarn", "-getProperty:WarningsAsErrors", "-getProperty:WarningsNotAsErrors");

        using var output = JsonDocument.Parse(build.Succeeded().Output);
        string[] CodesOf(string property) => output.RootElement.GetProperty("Properties").GetProperty(property).GetString()!
            .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        string[] fatal = ["CS8784", "CS8785", "CS9057", "CS8032", "CS8034", "AD0001"];
        Assert.Subset(CodesOf("WarningsAsErrors").ToHashSet(), fatal.ToHashSet());
        Assert.Subset(CodesOf("NoWarn").ToHashSet(), new HashSet<string> { "CS1591", "CS87850" });
        Assert.Equal(["CS0612"], CodesOf("WarningsNotAsErrors"));
        Assert.DoesNotContain(CodesOf("NoWarn"), static code => code.EndsWith("8785", StringComparison.Ordinal) || code.EndsWith("8032", StringComparison.Ordinal) || code.EndsWith("8034", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_without_the_generator_does_not_build()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("Program.cs", "Console.WriteLine();");
        consumer.Write("Directory.Build.targets", """
            <Project>
              <Target Name="RemoveAnalyzers" AfterTargets="ResolveLockFileAnalyzers">
                <ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup>
              </Target>
            </Project>
            """);

        (await consumer.BuildAsync()).FailedWith("not the generator that compiles them");
    }

    [Fact]
    public async Task A_project_that_hides_the_policies_from_the_generator_does_not_build()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("Program.cs", "Console.WriteLine();");
        consumer.WriteProject(properties: "<GenerateMSBuildEditorConfigFile>false</GenerateMSBuildEditorConfigFile>");

        (await consumer.BuildAsync()).FailedWith("GenerateMSBuildEditorConfigFile");
    }
}
