namespace PolicySdk.Package.Tests;

/// <summary>The day for the rules on dates comes from the build alone, and a malformed one ends it.</summary>
public sealed class BuildDayTests(PackedPackage package)
{
    private const string Policy = "policies/partner-api.policy.yaml";
    private const string Expired = "policy: partner-api\nallow:\n  - {ip: 192.0.2.40, expires: 2026-11-30}\n";

    [Theory]
    [InlineData("2026-11-30", false)]
    [InlineData("2026-12-01", true)]
    [InlineData("", true)]
    public async Task The_day_is_that_of_the_property_or_today(string day, bool isTold)
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write(Policy, isTold && day.Length == 0 ? Expired.Replace("2026", "2025", StringComparison.Ordinal) : Expired);

        var build = (await consumer.BuildAsync($"-p:PolicySdkToday={day}")).Succeeded();

        Assert.Equal(isTold, build.Output.Contains("partner-api.policy.yaml(3,31): warning PSDK3002", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-2-1")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-25T00:00:00")]
    public async Task A_malformed_day_ends_the_build(string day)
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write(Policy, Expired);

        (await consumer.BuildAsync($"-p:PolicySdkToday={day}")).FailedWith(day);
    }

    [Theory]
    [InlineData(".editorconfig", "root = true\n[policies/guardrails.yaml]\nbuild_metadata.AdditionalFiles.PolicySdkPath =\n")]
    [InlineData(".globalconfig", "is_global = true\nglobal_level = 200\nbuild_property._PolicySdkDay = x\n")]
    public async Task Settings_of_the_compiler_can_not_take_a_file_or_the_day_away(string file, string text)
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("policies/guardrails.yaml", "guardrails: {widest: {v4: 24}}\n");
        consumer.Write(file, text);

        (await consumer.BuildAsync()).FailedWith("what only the build may tell the generator");
    }
}
