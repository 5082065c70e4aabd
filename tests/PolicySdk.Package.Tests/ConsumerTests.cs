namespace PolicySdk.Package.Tests;

/// <summary>A user adds the package and a folder, and nothing else.</summary>
public sealed class ConsumerTests(PackedPackage package)
{
    [Fact]
    public async Task A_policy_decides_in_the_program()
    {
        using var consumer = Consumer.WithPolicy(package);

        var build = (await consumer.BuildAsync()).Succeeded();

        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.Equal("True Listed", await consumer.RunAsync("192.0.2.40"));
        Assert.Equal("False NotListed", await consumer.RunAsync("192.0.2.41"));
    }

    [Fact]
    public async Task Only_this_package_comes_into_the_cache_and_no_policy_into_the_output()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Packages = consumer.PathOf("cache/packages");
        consumer.WriteProject(properties: "<DefaultItemExcludes>$(DefaultItemExcludes);cache/**</DefaultItemExcludes>");

        (await consumer.BuildAsync()).Succeeded();

        Assert.Equal("policysdk", Path.GetFileName(Assert.Single(Directory.GetDirectories(consumer.Packages))));
        var output = Directory.GetFiles(consumer.PathOf("bin"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        Assert.Contains("PolicySdk.dll", output);
        Assert.DoesNotContain(output, static file => file!.EndsWith(".yaml", StringComparison.Ordinal));
        Assert.DoesNotContain(output, static file => file!.Contains("YamlDotNet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_entry_fails_the_build_at_its_place()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("policies/partner-api.policy.yaml", "policy: partner-api\nallow:\n  - 10.0.0.256\n");

        var build = await consumer.BuildAsync();

        build.FailedWith("partner-api.policy.yaml(3,12): error PSDK2001");
    }

    [Fact]
    public async Task A_link_to_a_policy_file_that_is_not_there_fails_the_build_by_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var consumer = Consumer.WithPolicy(package);
        File.CreateSymbolicLink(consumer.PathOf("policies/shared.policy.yaml"), consumer.PathOf("elsewhere/shared.policy.yaml"));

        var build = await consumer.BuildAsync();

        build.FailedWith("error : PolicySdk: policies/shared.policy.yaml can't be read: a link to a file that is not there.");
        Assert.DoesNotContain("MSB4018", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_policies_builds()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Program.cs", "Console.WriteLine(IpPolicyRegistry.Policies.Count);");

        (await consumer.BuildAsync()).Succeeded();

        Assert.Equal("0", await consumer.RunAsync());
    }

    [Fact]
    public async Task A_project_without_policies_has_no_policy_types()
    {
        using var consumer = new Consumer(package);

        (await consumer.BuildAsync()).FailedWith("error CS0");
    }

    [Fact]
    public async Task Policies_in_subfolders_and_of_the_other_extension_count_and_build_output_does_not()
    {
        using var consumer = new Consumer(package);
        consumer.Write("policies/it's [eu]/partner-api.policy.yml", Consumer.PartnerApi);
        consumer.Write("policies/obj/broken.policy.yaml", "policy: [");
        consumer.Write("policies/bin/Debug/broken.policy.yaml", "policy: [");

        (await consumer.BuildAsync()).Succeeded();

        Assert.Equal("True Listed", await consumer.RunAsync("192.0.2.40"));
    }

    [Fact]
    public async Task A_package_that_ships_a_YAML_reader_of_its_own_does_no_harm()
    {
        using var consumer = Consumer.WithPolicy(package);
        RivalPackage.Write(consumer.PathOf("rival"));
        consumer.WriteProject(
            properties: "<RestoreAdditionalProjectSources>$(MSBuildProjectDirectory)/rival</RestoreAdditionalProjectSources>",
            items: $"""<PackageReference Include="{RivalPackage.Id}" Version="{RivalPackage.Version}" />""");

        (await consumer.BuildAsync()).Succeeded();

        Assert.Equal("True Listed", await consumer.RunAsync("192.0.2.40"));
    }
}
