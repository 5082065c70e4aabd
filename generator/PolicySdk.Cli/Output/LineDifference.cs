using DiffPlex.Renderer;
using Spectre.Console;

namespace PolicySdk.Cli.Output;

/// <summary>What a change of a text changes, as <c>diff -u</c> shows it.</summary>
internal static class LineDifference
{
    /// <summary>Writes it; nothing for equal texts.</summary>
    internal static void Write(CommandConsole console, string path, string before, string after)
    {
        var lines = before == after ? [] : UnidiffRenderer.GenerateUnidiff(before, after, path, path, ignoreWhitespace: false, ignoreCase: false, contextLines: 3).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (var line in lines)
        {
            console.WriteLine(line, line switch
            {
                ['-', ..] => Color.Red,
                ['+', ..] => Color.Green,
                _ => Style.Plain,
            });
        }
    }
}
