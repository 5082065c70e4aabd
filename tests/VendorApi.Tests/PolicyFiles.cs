using PolicySdk.TestSupport;

namespace VendorApi.Tests;

/// <summary>The example's policy files, as a reader sees them.</summary>
internal static class PolicyFiles
{
    internal const string DataApi = "policies/data-api.policy.yaml";
    internal const string Sandbox = "policies/sandbox.policy.yaml";
    internal const string Admin = "policies/admin.policy.yaml";
    internal const string Webhooks = "policies/webhooks.policy.yaml";

    /// <summary>The place of the one line that holds a text, as decisions name it.</summary>
    internal static string PlaceOf(string file, string text)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "examples", "VendorApi", file));
        var (line, _) = Assert.Single(lines.Index(), line => line.Item.Contains(text, StringComparison.Ordinal));
        return $"{file}:{line + 1}";
    }
}
