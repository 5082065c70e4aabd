using System.Globalization;
using System.Text.Json;
using PolicySdk.TestSupport;

namespace PolicySdk.Package.Tests;

/// <summary>Every rule speaks in a real build, at the line and column that its page shows: the example of each page is a project, all of them one build.</summary>
public sealed class RuleOutputTests(PackedPackage package)
{
    private const string Remark = ": info ";
    private const string Project = "App.csproj";
    private const string Log = "out.sarif";

    /// <summary>The rules on YAML with an example; no file is known to cause PSDK1000. Those on C# are held by the tests of the analyzers.</summary>
    private static readonly IReadOnlyDictionary<string, MarkdownSection> Examples = Directory.EnumerateFiles(Path.Combine(Repository.Root, "analyzers", "rules"), "PSDK*.md")
        .Select(static page => Path.GetFileNameWithoutExtension(page))
        .Where(static id => id != "PSDK1000" && !CodeRules.Ids.Contains(id))
        .ToDictionary(static id => id, static id => MarkdownPage.Read("analyzers", "rules", id + ".md")["Example"]);

    [Fact]
    public async Task Every_rule_is_told_where_its_page_says()
    {
        using var consumer = new Consumer(package);
        foreach (var (id, example) in Examples)
        {
            consumer.WriteProject($"{id}/{Project}", properties: $"<OutputType>Library</OutputType><ErrorLog>$(MSBuildProjectDirectory)/{Log},version=2.1</ErrorLog>");
            foreach (var (path, text) in example.Files)
            {
                consumer.Write($"{id}/{path}", text);
            }
        }

        consumer.Write("all.proj", $"""
            <Project>
              <ItemGroup><App Include="*/{Project}" /></ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(App)" Targets="Restore" Properties="Step=Restore" />
                <MSBuild Projects="@(App)" Targets="Build" BuildInParallel="true" />
              </Target>
            </Project>
            """);

        // The rules on YAML come from the generator; analyzers would only take their time.
        var build = await consumer.BuildAsync("all.proj", "-p:PolicySdkToday=2026-11-25", "-p:RunAnalyzers=false");

        var expected = Examples.SelectMany(static example => example.Value.Printed.Split('\n').Select(line => $"{example.Key}/{line}")).ToList();
        Assert.True(expected.Count >= Examples.Count);
        Assert.Equal([], expected.Except(Examples.Keys.SelectMany(id => ReadLog(consumer, id))));
        Assert.Equal([], expected.Where(line => !line.Contains(Remark, StringComparison.Ordinal) && !build.Output.Contains($"/{line}", StringComparison.Ordinal)));
    }

    // What the compiler writes for tools holds remarks too, which a build does not print.
    private static IEnumerable<string> ReadLog(Consumer consumer, string id)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(consumer.PathOf($"{id}/{Log}")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(static result => result.TryGetProperty("locations", out _)).Select(result => Print(id, result))];
    }

    private static string Print(string id, JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var uri = new Uri(new Uri("file:///"), place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var path = uri.LocalPath[uri.LocalPath.LastIndexOf($"/{id}/", StringComparison.Ordinal)..].TrimStart('/');
        var level = result.GetProperty("level").GetString() is "note" ? "info" : result.GetProperty("level").GetString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}({region.GetProperty("startLine").GetInt32()},{region.GetProperty("startColumn").GetInt32()}): {level} {result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}");
    }
}
