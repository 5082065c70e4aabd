namespace PolicySdk.Package.Tests;

/// <summary>A user's web application, <c>Shop</c>: the package, a program, and a folder <c>policies</c>. Nothing else.</summary>
internal sealed class Consumer : IDisposable
{
    /// <summary>A policy that allows one address.</summary>
    public const string PartnerApi = "policy: partner-api\nallow:\n  - 192.0.2.40\n";

    /// <summary>Prints the decision of the policy for the address given as argument.</summary>
    public const string AskPartnerApi = """
        using System.Net;
        using Shop;
        var decision = IpPolicy.Of<IpPolicies.PartnerApi>().Evaluate(IPAddress.Parse(args[0]));
        Console.WriteLine($"{decision.IsAllowed} {decision.Reason}");
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly PackedPackage _package;

    public Consumer(PackedPackage package)
    {
        _package = package;
        Packages = package.Cache;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="PolicySdkUnderTest" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        // These end the search for such files above the folder.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        WriteProject();
        Write("Program.cs", AskPartnerApi);
    }

    /// <summary>The package cache; a test that spoils a package takes one of its own.</summary>
    public string Packages { get; set; }

    public static Consumer WithPolicy(PackedPackage package)
    {
        var consumer = new Consumer(package);
        consumer.Write("policies/partner-api.policy.yaml", PartnerApi);
        return consumer;
    }

    public string PathOf(string file) => Path.GetFullPath(_folder[file]);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Delete(string file) => File.Delete(PathOf(file));

    public void WriteProject(string file = "Shop.csproj", string items = "", string properties = "", string sdk = "Microsoft.NET.Sdk.Web") => Write(file, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
            <PackageReference Include="PolicySdk" Version="{_package.Version}" />
          </ItemGroup>
        </Project>
        """);

    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(_folder.Path, Packages, ["build", .. arguments]);

    /// <summary>Applies the first code fix for a rule, as the README says.</summary>
    public Task<CommandResult> FormatAsync(string rule) =>
        DotnetCommand.RunAsync(_folder.Path, Packages, "format", "analyzers", "--diagnostics", rule, "--severity", "warn");

    public Task<CommandResult> RestoreAsync() => DotnetCommand.RunAsync(_folder.Path, Packages, "restore");

    /// <summary>Runs what was built last and gives what it prints.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunInAsync(_folder.Path, "bin/Debug/net10.0/Shop.dll", arguments);

    /// <summary>Runs tests as test platforms do: in the folder where they were built.</summary>
    public Task<string> RunTestsAsync(string file, params string[] arguments) => RunInAsync(Path.GetDirectoryName(PathOf(file))!, Path.GetFileName(file), arguments);

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunInAsync(string directory, string file, string[] arguments)
    {
        var result = await DotnetCommand.RunAsync(directory, Packages, [file, .. arguments]);
        return result.Succeeded().Output.Trim();
    }
}
