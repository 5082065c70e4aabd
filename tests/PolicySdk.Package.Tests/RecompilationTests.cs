namespace PolicySdk.Package.Tests;

/// <summary>No build leaves yesterday's list compiled in.</summary>
public sealed class RecompilationTests(PackedPackage package)
{
    private const string Policy = "policies/partner-api.policy.yaml";
    private static readonly DateTime LongAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_policy_replaced_by_one_with_an_old_time_stamp_decides()
    {
        using var consumer = Consumer.WithPolicy(package);
        (await consumer.BuildAsync()).Succeeded();
        consumer.Write(Policy, Consumer.PartnerApi.Replace("192.0.2.40", "192.0.2.99", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(consumer.PathOf(Policy), LongAgo);

        (await consumer.BuildAsync("--no-restore")).Succeeded();

        Assert.Equal("False NotListed", await consumer.RunAsync("192.0.2.40"));
        Assert.Equal("True Listed", await consumer.RunAsync("192.0.2.99"));
    }

    [Fact]
    public async Task A_deleted_policy_is_gone()
    {
        using var consumer = Consumer.WithPolicy(package);
        consumer.Write("policies/admin.policy.yaml", "policy: admin\nallow:\n  - 192.0.2.50\n");
        (await consumer.BuildAsync()).Succeeded();
        consumer.Delete(Policy);

        var build = await consumer.BuildAsync("--no-restore");

        build.FailedWith("error CS0426");
    }

    [Fact]
    public async Task The_last_policy_deleted_is_gone()
    {
        using var consumer = Consumer.WithPolicy(package);
        (await consumer.BuildAsync()).Succeeded();
        consumer.Delete(Policy);

        var build = await consumer.BuildAsync("--no-restore");

        build.FailedWith("error CS0");
    }

    [Fact]
    public async Task An_unrelated_edit_keeps_the_policies()
    {
        using var consumer = Consumer.WithPolicy(package);
        (await consumer.BuildAsync()).Succeeded();
        consumer.Write("Program.cs", $"{Consumer.AskPartnerApi}\nConsole.WriteLine(\"edited\");");

        (await consumer.BuildAsync("--no-restore")).Succeeded();

        Assert.Equal(["True Listed", "edited"], (await consumer.RunAsync("192.0.2.40")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
