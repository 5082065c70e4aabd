using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>Editors and compiler agree: what the parser says of a small file, its schema says too.</summary>
public sealed class SchemaAgreementTests
{
    public static TheoryData<string> Good => IdsOf(SchemaVerdict.Good);

    public static TheoryData<string> Bad => IdsOf(SchemaVerdict.Bad);

    public static TheoryData<string> ParserOnly => IdsOf(SchemaVerdict.ParserOnly);

    public static TheoryData<string> Project => IdsOf(SchemaVerdict.Project);

    public static TheoryData<string> NullWord => IdsOf(SchemaVerdict.NullWord);

    [Fact]
    public void There_are_cases_of_every_kind_and_each_has_one_name()
    {
        Assert.InRange(Good.Count, 60, int.MaxValue);
        Assert.InRange(Bad.Count, 120, int.MaxValue);
        Assert.Equal(
            ["client-address.txt", "guardrails.txt", "networks.txt", "policy.entries.txt", "policy.expect.txt", "policy.txt"],
            SchemaCase.All.Select(static c => c.File).Distinct());
        Assert.Equal(SchemaCase.All.Count, SchemaCase.All.DistinctBy(static c => c.Id).Count());
        Assert.All(SchemaCase.All, static c => Assert.Equal(c.Verdict == SchemaVerdict.ParserOnly, c.Reason.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Both_accept(string id) => Check(id, isRead: true, isValid: true);

    [Theory]
    [MemberData(nameof(Bad))]
    public void Both_refuse(string id) => Check(id, isRead: false, isValid: false);

    [Theory]
    [MemberData(nameof(ParserOnly))]
    public void The_parser_alone_refuses(string id) => Check(id, isRead: false, isValid: true);

    [Theory]
    [MemberData(nameof(NullWord))]
    public void The_schema_takes_a_word_for_nothing(string id) => Check(id, isRead: true, isValid: false);

    [Theory]
    [MemberData(nameof(Project))]
    public void The_schema_refuses_what_the_project_will(string id)
    {
        Check(id, isRead: true, isValid: false);

        var c = Find(id);
        Assert.True(CompiledProject.Of((c.Path, c.Text)).HasErrors);
    }

    private static void Check(string id, bool isRead, bool isValid)
    {
        var c = Find(id);
        var (root, fault) = YamlReader.Read(c.Text);

        Assert.Null(fault);
        Assert.Equal((isRead, isValid), (!PolicyFileReader.Read(new(c.Path, c.Text)).HasErrors, PolicySchema.Of(c.Path).Accepts(root)));
    }

    private static SchemaCase Find(string id) => SchemaCase.All.Single(c => c.Id == id);

    private static TheoryData<string> IdsOf(SchemaVerdict verdict) => [.. SchemaCase.All.Where(c => c.Verdict == verdict).Select(static c => c.Id)];
}
