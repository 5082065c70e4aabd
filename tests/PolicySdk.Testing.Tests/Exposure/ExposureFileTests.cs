using PolicySdk.Testing.Exposure;

namespace PolicySdk.Testing.Tests.Exposure;

public sealed class ExposureFileTests : IDisposable
{
    private static readonly string[] Current = ["# heading", "GET /a | open", "GET /b | api"];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(_folder, "exposure.lock");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_says_how_to_make_it() =>
        Assert.Contains("is not there. If that is meant, run the tests with POLICYSDK_ACCEPT_EXPOSURE=1", Fail([]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_written_where_that_is_asked_for_and_holds_then()
    {
        Verify(accept: true);
        Verify(accept: false);

        Assert.Equal("# heading\nGET /a | open\nGET /b | api\n", File.ReadAllText(Path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_variable_asks_for_it() => Verify(accept: false, ("POLICYSDK_ACCEPT_EXPOSURE", "1"));

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public void A_build_server_never_writes_it(string ci)
    {
        var failure = Assert.Throws<PolicyTestException>(() => Verify(accept: true, ("CI", ci)));

        Assert.Contains("not rewritten where CI is set", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Line_ends_of_another_system_are_the_same()
    {
        File.WriteAllText(Path, string.Join("\r\n", Current) + "\r\n");

        Verify(accept: false);
    }

    [Fact]
    public void A_difference_shows_old_and_new_lines_beside_each_other() => Assert.Equal(
        """
        exposure.lock does not say what the application exposes now (3 lines, 4 differ):
        - GET /a | admin
        + GET /a | open
        + GET /b | api
        - GET /c | api
        If that is meant, run the tests with POLICYSDK_ACCEPT_EXPOSURE=1 and commit the file.
        """,
        Fail(["# heading", "GET /a | admin", "GET /c | api"]).Message,
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_line_that_is_twice_is_not_the_same_as_once() =>
        Assert.Contains("- GET /a | open", Fail(["# heading", "GET /a | open", "GET /a | open", "GET /b | api"]).Message, StringComparison.Ordinal);

    private PolicyTestException Fail(string[] committed)
    {
        if (committed.Length > 0)
        {
            File.WriteAllLines(Path, committed);
        }

        return Assert.Throws<PolicyTestException>(() => Verify(accept: false));
    }

    private void Verify(bool accept, params (string Name, string Value)[] variables) =>
        new ExposureFile(Path, name => variables.FirstOrDefault(variable => variable.Name == name).Value).Verify(Current, accept);
}
