using System.Text;
using System.Text.RegularExpressions;

namespace PolicySdk.TestSupport.Cases;

/// <summary>A line of <c>yaml_bad.jsonl</c>: a file that is broken, hostile, or just unusual.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Name">What it is about.</param>
/// <param name="File">The name to give the file; its kind follows from it.</param>
/// <param name="Must"><c>error</c>, <c>warn</c>, <c>ok</c>, <c>either</c> or <c>limit</c>.</param>
/// <param name="Text">The text; null where it comes as bytes or is generated.</param>
/// <param name="Base64">The bytes of the file, or null.</param>
/// <param name="Gen">The steps that generate the text, or null.</param>
internal sealed partial record YamlCase(string Id, string Name, string File, string Must, string? Text, string? Base64, IReadOnlyList<YamlCase.Step>? Gen)
{
    internal const string FileName = "yaml_bad.jsonl";

    /// <summary>The text as the compiler hands it over: decoded by its byte order mark, what is no UTF-8 replaced.</summary>
    internal string Content => Gen is not null ? Generate(Gen)
        : Base64 is not null ? Decode(Convert.FromBase64String(Base64))
        : Text ?? "";

    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string Generate(IEnumerable<Step> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append(step.Text);
            for (var i = 0; i < step.Times; i++)
            {
                text.Append(step.Repeat);
            }

            for (var i = 0; i < step.To; i++)
            {
                text.Append(Indent().Replace(step.Line!, new string(' ', i)));
            }
        }

        return Hole().IsMatch(text.ToString(0, Math.Min(200, text.Length))) ? throw new InvalidDataException(text.ToString(0, 200)) : text.ToString();
    }

    // The one expression that the cases use.
    [GeneratedRegex("""\{" "\*i\}""")]
    private static partial Regex Indent();

    [GeneratedRegex("""\{[^}]*\*""")]
    private static partial Regex Hole();

    /// <summary>One step of a generated text: a text, a text repeated, or a line for each number below <c>to</c>.</summary>
    internal sealed record Step(string? Text, string? Repeat, int Times, string? For, int To, string? Line);
}
