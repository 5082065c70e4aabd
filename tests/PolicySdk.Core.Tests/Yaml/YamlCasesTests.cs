using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Yaml;

/// <summary>Every file of <c>yaml_bad.jsonl</c>, beside a policy and networks that have no fault.</summary>
public sealed class YamlCasesTests
{
    private const int HangGuard = 60_000;
    private const string GoodPath = "policies/good.policy.yaml";
    private const string GoodNetworksPath = "policies/good.networks.yaml";

    public static TheoryData<string> Ids => IdsOf(static _ => true);

    public static TheoryData<string> NetworksIds => IdsOf(static c => c.File.EndsWith(".networks.yaml", StringComparison.Ordinal));

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Ids))]
    public Task A_file_keeps_what_all_files_promise(string id) => Task.Run(() =>
    {
        var c = Find(id);
        var path = "policies/" + c.File;
        var project = CompiledProject.Of((path, c.Content), (GoodPath, RuleVerifier.Entry("{net: good-office}").Replace("sample", "good", StringComparison.Ordinal)), (GoodNetworksPath, "networks: {good-office: {addresses: [192.168.1.1]}}"));

        Assert.All(project.Problems.Where(static problem => problem.Rule != RuleIds.UntouchedEntry || problem.Path != GoodPath), problem => AssertShowable(problem, path, c.Content));
        Assert.True(IsDemanded(c, project), c.Must);
        Assert.All(project.Policies, policy => Assert.Equal(policy.Model.Path != path || !project.HasErrors, policy.Model.IsValid));
        Assert.Contains(project.Policies, static policy => policy.Model.Path == GoodPath);
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(NetworksIds))]
    public Task A_policy_that_uses_a_faulty_file_refuses_everybody(string id) => Task.Run(() =>
    {
        var c = Find(id);
        var project = CompiledProject.Of(("policies/" + c.File, c.Content), (GoodPath, RuleVerifier.Entry("{net: office}")));

        Assert.Equal(!project.HasErrors, Assert.Single(project.Policies).Model.IsValid);
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void All_cases_are_there()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);

        Assert.Equal(222, SharedCases.Read<YamlCase>(YamlCase.FileName).Count);
    }

    // Without the cases one row stands for all of them, and is skipped with the reason.
    private static TheoryData<string> IdsOf(Func<YamlCase, bool> predicate) =>
        SharedCases.AreAvailable ? [.. SharedCases.Read<YamlCase>(YamlCase.FileName).Where(predicate).Select(static c => c.Id)] : [SharedCases.MissingReason];

    private static YamlCase Find(string id)
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        return SharedCases.Read<YamlCase>(YamlCase.FileName).Single(c => c.Id == id);
    }

    private static bool IsDemanded(YamlCase c, CompiledProject project) => c.Must switch
    {
        "error" => project.HasErrors,
        "ok" => !project.HasErrors,
        "either" => true,
        "warn" => !project.HasErrors && project.Problems.Any(static problem => problem.Severity == ProblemSeverity.Warning),
        _ => throw new InvalidDataException(c.Must),
    };

    private static void AssertShowable(Problem problem, string path, string content)
    {
        Assert.Equal(path, problem.Path);
        Assert.InRange(problem.Range.Start + problem.Range.Length, problem.Range.Start, content.Length);
        Assert.Equal(TextRange.In(content, problem.Range.Start, problem.Range.Length), problem.Range);
        Assert.InRange(problem.Message.Length, 1, 500);
        Assert.DoesNotContain(problem.Message, static c => char.IsControl(c) || c is '\u2028' or '\u2029' || YamlTextCheck.IsBidirectionalControl(c));
    }
}
