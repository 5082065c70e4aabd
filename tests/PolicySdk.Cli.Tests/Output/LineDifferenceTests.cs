using CsCheck;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Tests.Output;

public sealed class LineDifferenceTests
{
    private static readonly Gen<string> Texts =
        from lines in Gen.OneOf("a", "b", "c", "", "d\r", "- x").Array[0, 25]
        from isEnded in Gen.Bool
        select string.Join('\n', lines) + (isEnded && lines.Length > 0 ? "\n" : "");

    [Fact]
    public void What_is_shown_is_what_git_applies() => Gen.Select(Texts, Texts).Sample(
        static pair =>
        {
            var folder = Directory.CreateTempSubdirectory("policysdk-");
            try
            {
                var (file, patch) = (Path.Combine(folder.FullName, "x.yaml"), Path.Combine(folder.FullName, "x.patch"));
                File.WriteAllText(file, pair.Item1);
                File.WriteAllText(patch, Difference(pair.Item1, pair.Item2));

                Assert.True(pair.Item1 == pair.Item2 || Applies(folder.FullName), File.ReadAllText(patch));
                Assert.Equal(pair.Item2, File.ReadAllText(file));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        },
        iter: 100);

    [Fact]
    public void A_new_file_comes_from_nowhere() => Assert.Equal("--- /dev/null\n+++ x.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file\n", Difference(null, "a\nb"));

    private static string Difference(string? before, string after)
    {
        using var output = new StringWriter { NewLine = "\n" };
        LineDifference.Write(new(output, output), "x.yaml", before, after);
        return output.ToString();
    }

    private static bool Applies(string folder)
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["-C", folder, "apply", "-p0", "--whitespace=nowarn", "x.patch"]) { RedirectStandardError = true })!;
        Assert.True(git.WaitForExit(TimeSpan.FromMinutes(1)));
        return git.ExitCode == 0;
    }
}
