using System.Text.Json;

namespace PolicySdk.Package.Tests;

/// <summary>A user gets the schemas for the editor into the project by one command, and nowhere else.</summary>
public sealed class SchemaTests(PackedPackage package)
{
    private static readonly string[] Schemas = ["client-address.schema.json", "guardrails.schema.json", "networks.schema.json", "policy.schema.json"];

    [Fact]
    public async Task The_target_writes_the_schemas_beside_the_policies()
    {
        using var consumer = Consumer.WithPolicy(package);

        (await consumer.BuildAsync("-t:WritePolicySdkSchemas")).Succeeded();

        AssertWritten(consumer.PathOf("policies/schema"));
    }

    [Fact]
    public async Task The_folder_of_the_policies_counts_and_an_old_schema_is_replaced()
    {
        using var consumer = new Consumer(package);
        consumer.WriteProject(properties: "<PolicySdkFolder>access</PolicySdkFolder>");
        consumer.Write("access/schema/policy.schema.json", "{}");

        (await consumer.BuildAsync("-t:WritePolicySdkSchemas")).Succeeded();

        AssertWritten(consumer.PathOf("access/schema"));
    }

    [Fact]
    public async Task A_project_with_schemas_builds_and_publishes_none_of_them()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("policies/schema/policy.schema.json", "{}");
        consumer.Write("policies/schema/more.json", "{}");

        var build = (await consumer.BuildAsync("-getItem:Content", "-getItem:AdditionalFiles", "-t:Build", "-restore")).Succeeded();

        using var output = JsonDocument.Parse(build.Output);
        Assert.Equal(["policies/schema/more.json"], Identities(output, "Content").Where(static file => file.StartsWith("policies/", StringComparison.Ordinal)));
        Assert.DoesNotContain(Identities(output, "AdditionalFiles"), static file => file.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_this_repository_they_come_from_the_sources()
    {
        using var folder = new TemporaryFolder();
        var example = Path.Combine(Repository.Root, "examples", "VendorApi", "VendorApi.csproj");
        var policies = Path.GetRelativePath(Path.GetDirectoryName(example)!, folder["policies"]);

        var result = await DotnetCommand.RunAsync(
            Repository.Root, Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "", "msbuild", example, "-t:WritePolicySdkSchemas", $"-p:PolicySdkFolder={policies}");

        result.Succeeded();
        AssertWritten(folder["policies/schema"]);
    }

    private static void AssertWritten(string folder)
    {
        Assert.Equal(Schemas, Directory.EnumerateFiles(folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(Schemas, schema => Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "policies", "schema", schema)), File.ReadAllBytes(Path.Combine(folder, schema))));
    }

    private static IEnumerable<string> Identities(JsonDocument output, string item) =>
        output.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray().Select(static element => element.GetProperty("Identity").GetString()!.Replace('\\', '/'));
}
