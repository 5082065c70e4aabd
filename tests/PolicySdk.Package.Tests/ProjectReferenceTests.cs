namespace PolicySdk.Package.Tests;

/// <summary>The package flows through project references without doing harm.</summary>
public sealed class ProjectReferenceTests(PackedPackage package)
{
    // The projects in subfolders are not part of the application beside which they lie.
    private const string OnlyThisFolder = "<DefaultItemExcludes>$(DefaultItemExcludes);Library/**;Other/**</DefaultItemExcludes>";

    [Fact]
    public async Task A_library_that_refers_to_the_application_builds()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.WriteProject(properties: OnlyThisFolder);
        WriteLibrary(consumer);

        (await consumer.BuildAsync("Library")).Succeeded();
    }

    [Fact]
    public async Task Policies_of_a_project_that_has_the_package_at_second_hand_are_compiled()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.WriteProject(properties: OnlyThisFolder);
        WriteLibrary(consumer);
        consumer.Write("Library/policies/admin.policy.yaml", "policy: admin\nallow:\n  - 10.0.0.256\n");

        (await consumer.BuildAsync("Library")).FailedWith("admin.policy.yaml(3,12): error PSDK2001");
    }

    [Fact]
    public async Task Each_project_of_a_solution_has_its_own_policies()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.WriteProject(properties: OnlyThisFolder);
        consumer.WriteProject("Other/Other.csproj");
        consumer.Write("Other/policies/partner-api.policy.yaml", "policy: partner-api\nallow:\n  - 192.0.2.41\n");
        consumer.Write("Other/Program.cs", Consumer.AskPartnerApi.Replace("using Shop", "using Other", StringComparison.Ordinal));
        consumer.Write("All.slnx", """<Solution><Project Path="Shop.csproj" /><Project Path="Other/Other.csproj" /></Solution>""");

        (await consumer.BuildAsync("All.slnx")).Succeeded();

        Assert.Equal("True Listed", await consumer.RunAsync("192.0.2.40"));
        Assert.Equal("False NotListed", await consumer.RunAsync("192.0.2.41"));
    }

    private static void WriteLibrary(Consumer consumer)
    {
        consumer.Write("Library/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
        consumer.Write("Library/Rule.cs", "public sealed class Rule { public IpPolicyReason Reason { get; set; } }");
    }
}
