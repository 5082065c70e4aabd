using System.Text;
using System.Text.RegularExpressions;

namespace PolicySdk.Repository.Tests;

/// <summary>Every text file is the same bytes on every machine.</summary>
public sealed partial class TextFileTests
{
    private static readonly string[] BinaryExtensions = [".png", ".ico", ".dll", ".nupkg", ".snk", ".gz", ".zip"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static IEnumerable<string> TextFiles => RepositoryFiles.All.Where(static file => !BinaryExtensions.Contains(Path.GetExtension(file)));

    [Fact]
    public void Lines_end_with_a_line_feed() =>
        Assert.DoesNotContain(TextFiles, static file => Read(file).Contains((byte)'\r'));

    // A solution file is written by tools, which put the mark there.
    [Fact]
    public void No_file_starts_with_a_byte_order_mark() =>
        Assert.DoesNotContain(TextFiles, static file => Path.GetExtension(file) != ".sln" && Read(file).AsSpan().StartsWith(Encoding.UTF8.Preamble));

    [Fact]
    public void Every_file_is_UTF_8() =>
        Assert.DoesNotContain(TextFiles, static file => !IsUtf8(Read(file)));

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Assert.DoesNotContain(TextFiles, static file => MachinePath.IsMatch(RepositoryFiles.ReadText(file)));

    // Split, so that this file does not find itself.
    [GeneratedRegex("""(?<![\w.)\]}>-])/(wor""" + "k|roo" + "t|hom" + """e)/|\b[A-Z]:\\Users\\""", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath { get; }

    private static byte[] Read(string file) => File.ReadAllBytes(RepositoryFiles.PathOf(file));

    private static bool IsUtf8(byte[] content)
    {
        try
        {
            StrictUtf8.GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
