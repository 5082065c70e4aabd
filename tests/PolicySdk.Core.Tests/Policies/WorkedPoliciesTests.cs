using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>The policies of the language's description, as they stand in <c>policies</c>: each compiles, and each of its claims fails when the list is changed against it.</summary>
public sealed class WorkedPoliciesTests
{
    private const string Admin = "policies/admin.policy.yaml";
    private const string PartnerApi = "policies/partner-api.policy.yaml";
    private const string Networks = "policies/company.networks.yaml";
    private const string LastOfAdmin = "  - {within: [staff, 203.0.113.7, 127.0.0.1]}";

    private static readonly IReadOnlyDictionary<string, string> Files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "policies"), "*.yaml")
        .ToDictionary(static file => "policies/" + Path.GetFileName(file), File.ReadAllText);

    [Fact]
    public void They_compile_without_a_warning_while_their_dates_hold()
    {
        var project = Compile();

        Assert.DoesNotContain(project.Problems, static problem => problem.Severity > ProblemSeverity.Info);
        Assert.All(project.Policies, static policy => Assert.True(policy.Model.IsValid));
        Assert.Superset(new HashSet<string> { "admin", "partner-api" }, project.Policies.Select(static policy => policy.Model.Name).ToHashSet());
    }

    [Theory]
    [InlineData("{allow: 192.0.2.17}", Networks, "192.0.2.16/29", "192.0.2.24/29", "192.0.2.17 is allowed for every caller. But no entry covers 192.0.2.17.")]
    [InlineData("{deny:  192.0.2.23}", Admin, ", except: [{ip: 192.0.2.23, note: Shared kiosk}]", "", "192.0.2.23 is denied for every caller. But 192.0.2.23 is let in by 192.0.2.16/29 (policies/company.networks.yaml:11).")]
    [InlineData("{deny:  198.51.100.9}", Admin, "block:\n  - {ip: 198.51.100.9", "block:\n  - {ip: 198.51.100.10", "198.51.100.9 is denied for every caller. But 198.51.100.9 is let in by 198.51.100.0/28 (policies/company.networks.yaml:7).")]
    [InlineData("{allow: 203.0.113.7, on: 2026-12-31}", Admin, "expires: 2026-12-31", "expires: 2026-12-30", "203.0.113.7 is allowed for every caller on 2026-12-31. But 203.0.113.7 is let in by 203.0.113.7 (policies/admin.policy.yaml:8) only until 2026-12-30.")]
    [InlineData("{deny:  203.0.113.7, on: 2027-01-01}", Admin, ", expires: 2026-12-31", "", "203.0.113.7 is denied for every caller on 2027-01-01. But 203.0.113.7 is let in by 203.0.113.7 (policies/admin.policy.yaml:8).")]
    [InlineData("{deny:  127.0.0.1}", Admin, "only-in: Development", "only-in: Production", "127.0.0.1 is denied for every caller. But 127.0.0.1 is let in by 127.0.0.1 (policies/admin.policy.yaml:9).")]
    [InlineData("{allow: 127.0.0.1, in: Development}", Admin, "only-in: Development", "only-in: Staging", "127.0.0.1 is allowed for every caller in Development. But no entry covers 127.0.0.1.")]
    [InlineData("{within: [staff, 203.0.113.7, 127.0.0.1]}", Admin, "ip: 203.0.113.7,", "ip: 203.0.113.6,", "nothing outside these is allowed. But 203.0.113.6 is let in by 203.0.113.6 (policies/admin.policy.yaml:8).")]
    [InlineData("{allow: 203.0.113.7,   client: acme-prod}", PartnerApi, "ip: 203.0.113.7,", "ip: 203.0.113.8,", "203.0.113.7 is allowed for the client 'acme-prod'. But no entry covers 203.0.113.7.")]
    [InlineData("{deny:  203.0.113.7,   client: acme-test}", PartnerApi, "203.0.113.64-203.0.113.79", "203.0.113.7-203.0.113.79", "203.0.113.7 is denied for the client 'acme-test'. But 203.0.113.7 is let in by 203.0.113.7-203.0.113.79 of the client 'acme-test' (policies/partner-api.policy.yaml:19).")]
    [InlineData("{deny:  203.0.113.70,  client: acme-test, on: 2027-02-01}", PartnerApi, ", expires: 2027-01-31", "", "203.0.113.70 is denied for the client 'acme-test' on 2027-02-01. But 203.0.113.70 is let in by 203.0.113.64/28 of the client 'acme-test' (policies/partner-api.policy.yaml:19).")]
    [InlineData("{deny:  10.0.0.0/8}", PartnerApi, "  - 192.0.2.41 ", "  - 10.1.2.0/24 ", "10.0.0.0/8 is denied for every caller. But 10.1.2.0 is let in by 10.1.2.0/24 (policies/partner-api.policy.yaml:10).")]
    [InlineData("{at-most: 64, family: v4}", PartnerApi, "203.0.113.64-203.0.113.79", "203.0.113.64-203.0.113.127", "at most 64 IPv4 addresses are allowed. But 82 are.")]
    public void A_claim_fails_when_the_list_is_changed_against_it(string claim, string file, string before, string after, string message)
    {
        var changed = new Dictionary<string, string>(Files) { [file] = Replace(Files[file], before, after) };

        var failures = Compile(changed).Problems.Where(static problem => problem.Rule == RuleIds.FailedExpectation).ToList();

        Assert.Contains(failures, problem => WhereClaimed(changed, claim) == (problem.Path, problem.Range.Line) && problem.Message == "Claimed: " + message);
    }

    [Fact]
    public void The_claim_that_the_description_shows_to_fail_names_the_office()
    {
        var files = new Dictionary<string, string>(Files) { [Admin] = Replace(Files[Admin], LastOfAdmin, LastOfAdmin + "\n  - {disjoint-from: partner-api}") };

        var failure = Assert.Single(Compile(files).Problems, static problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(
            "Claimed: no address is allowed here and by 'partner-api'. But 198.51.100.0 is let in by 198.51.100.0/28 (policies/company.networks.yaml:7), and there by 198.51.100.0/28 (policies/company.networks.yaml:7).",
            failure.Message);
    }

    private static CompiledProject Compile(IReadOnlyDictionary<string, string>? files = null) => CompiledProject.Of([.. (files ?? Files).Select(static file => (file.Key, file.Value))]);

    private static string Replace(string text, string before, string after)
    {
        Assert.Equal(2, text.Split(before).Length);
        return text.Replace(before, after, StringComparison.Ordinal);
    }

    private static (string Path, int Line) WhereClaimed(IReadOnlyDictionary<string, string> files, string claim)
    {
        var file = files.Single(file => file.Value.Contains(claim, StringComparison.Ordinal));
        return (file.Key, file.Value[..file.Value.IndexOf(claim, StringComparison.Ordinal)].Split('\n').Length - 1);
    }
}
