using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Snapshots;

namespace PolicySdk.Generator.Tests.Snapshots;

/// <summary>The verifier itself: a missing, different or stale file is a fault, and acceptance cures all three.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private const string Test = "SomeTests.Case";

    private static readonly SnapshotFile[] Received = [SnapshotFiles.OfSource(Test, "A.g.cs", "class A;\n"), SnapshotFiles.OfSource(Test, "B.g.cs", "class B;\n")];

    private readonly DirectoryInfo _path = Directory.CreateTempSubdirectory("snapshots");
    private readonly SnapshotFolder _folder;

    public SnapshotFolderTests() => _folder = new(_path.FullName);

    public void Dispose() => _path.Delete(recursive: true);

    [Fact]
    public void A_source_becomes_a_file_with_its_hint_name_first_and_no_line_end_last() =>
        Assert.Equal(new("SomeTests.Case#IpPolicies.A.g.verified.cs", "//HintName: IpPolicies.A.g.cs\nclass A;\nclass B;"), SnapshotFiles.OfSource(Test, "IpPolicies.A.g.cs", "class A;\r\nclass B;\n"));

    [Fact]
    public void Diagnostics_have_a_file_only_if_there_are_any()
    {
        var good = GeneratorHarness.Run((SamplePolicies.NetworksPath, "networks: {office: {addresses: [10.0.0.0/8]}}\n"));
        var bad = GeneratorHarness.Run((SamplePolicies.PartnerApiPath, "policy: partner-api\nallow: []\n"));

        Assert.Empty(SnapshotFiles.Of(Test, good.Result.GeneratedSources, good.Diagnostics));
        Assert.Contains("Id: PSDK1004,", Assert.Single(SnapshotFiles.Of(Test, [], bad.Diagnostics), static file => file.Name == Test + ".verified.txt").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_are_faults() =>
        Assert.Collection(
            _folder.Compare(Test, Received),
            static fault => Assert.StartsWith("SomeTests.Case#A.g.verified.cs is missing", fault, StringComparison.Ordinal),
            static fault => Assert.StartsWith("SomeTests.Case#B.g.verified.cs is missing", fault, StringComparison.Ordinal));

    [Fact]
    public void Accepted_files_are_no_faults()
    {
        _folder.Accept(Test, Received);

        Assert.Empty(_folder.Compare(Test, Received));
        Assert.Equal(["SomeTests.Case#A.g.verified.cs", "SomeTests.Case#B.g.verified.cs"], Names());
    }

    [Theory]
    [InlineData("class A; ", 2)]
    [InlineData("class A;\nclass More;", 3)]
    [InlineData("", 2)]
    public void Another_text_is_a_fault(string text, int line)
    {
        _folder.Accept(Test, Received);

        Assert.Contains($"A.g.verified.cs differs. Line {line}:", Assert.Single(_folder.Compare(Test, [SnapshotFiles.OfSource(Test, "A.g.cs", text), Received[1]])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_end_at_the_end_of_a_verified_file_is_a_fault(string end)
    {
        _folder.Accept(Test, Received);
        File.AppendAllText(Path.Combine(_path.FullName, Received[0].Name), end);

        Assert.Single(_folder.Compare(Test, Received));
    }

    [Theory]
    [InlineData("SomeTests.Case#C.g.verified.cs")]
    [InlineData("SomeTests.Case.verified.txt")]
    public void A_file_that_nothing_produced_is_stale_until_accepted(string name)
    {
        _folder.Accept(Test, Received);
        File.WriteAllText(Path.Combine(_path.FullName, name), "");

        Assert.StartsWith(name + " is stale", Assert.Single(_folder.Compare(Test, Received)), StringComparison.Ordinal);
        _folder.Accept(Test, Received);
        Assert.Empty(_folder.Compare(Test, Received));
    }

    [Theory]
    [InlineData("SomeTests.CaseTwo#A.g.verified.cs")]
    [InlineData("SomeTests.Case_count=2#A.g.verified.cs")]
    [InlineData("OtherTests.Case.verified.txt")]
    public void Files_of_other_tests_are_left_alone(string name)
    {
        File.WriteAllText(Path.Combine(_path.FullName, name), "");
        _folder.Accept(Test, Received);

        Assert.Empty(_folder.Compare(Test, Received));
        Assert.Contains(name, Names());
    }

    [Theory]
    [InlineData("1", null, true)]
    [InlineData("1", "", true)]
    [InlineData("0", null, false)]
    [InlineData("true", null, false)]
    [InlineData(null, null, false)]
    [InlineData(null, "true", false)]
    public void Acceptance_must_be_asked_for(string? asked, string? buildMachine, bool expected) =>
        Assert.Equal(expected, Snapshot.IsAccepting(asked, buildMachine));

    [Fact]
    public void Acceptance_is_refused_on_a_build_machine() =>
        Assert.Throws<InvalidOperationException>(static () => Snapshot.IsAccepting("1", "true"));

    private IEnumerable<string> Names() => _path.EnumerateFiles().Select(static file => file.Name).Order(StringComparer.Ordinal);
}
