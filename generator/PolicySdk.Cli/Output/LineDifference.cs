using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Spectre.Console;

namespace PolicySdk.Cli.Output;

/// <summary>What a change of a text changes, in the unified format (POSIX.1-2024, diff): what <c>patch</c> and <c>git apply -p0</c> take.</summary>
internal static class LineDifference
{
    private const int Context = 3;

    // With its line end: a last line without one is another line.
    private static readonly CustomFunctionChunker Lines = new(static text => [.. Split(text)]);

    /// <summary>Writes it; nothing for equal texts.</summary>
    /// <param name="console">Where.</param>
    /// <param name="path">The file.</param>
    /// <param name="before">Its text; null where there was no file.</param>
    /// <param name="after">Its text afterwards.</param>
    internal static void Write(CommandConsole console, string path, string? before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before ?? "", after, ignoreWhiteSpace: false, ignoreCase: false, Lines);
        if (difference.DiffBlocks.Count == 0)
        {
            return;
        }

        console.WriteLine($"--- {(before is null ? "/dev/null" : path)}", Color.Red);
        console.WriteLine($"+++ {path}", Color.Green);
        foreach (var hunk in Hunks(difference.DiffBlocks))
        {
            Write(console, difference, hunk);
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found + 1;
            yield return text[start..end];
            start = end;
        }
    }

    // Changes whose lines around them would meet are one hunk.
    private static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        List<DiffBlock> hunk = [];
        foreach (var block in blocks)
        {
            if (hunk is [.., var last] && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        yield return hunk;
    }

    private static void Write(CommandConsole console, DiffResult difference, List<DiffBlock> hunk)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var start = Math.Max(0, first.DeleteStartA - Context);
        var end = Math.Min(difference.PiecesOld.Count, last.DeleteStartA + last.DeleteCountA + Context);
        var added = hunk.Sum(static block => block.InsertCountB - block.DeleteCountA);
        console.WriteLine($"@@ -{Range(start, end - start)} +{Range(start + first.InsertStartB - first.DeleteStartA, end - start + added)} @@", Color.Aqua);
        foreach (var block in hunk)
        {
            Write(console, " ", difference.PiecesOld, start, block.DeleteStartA, Style.Plain);
            start = block.DeleteStartA + block.DeleteCountA;
            Write(console, "-", difference.PiecesOld, block.DeleteStartA, start, Color.Red);
            Write(console, "+", difference.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, Color.Green);
        }

        Write(console, " ", difference.PiecesOld, start, end, Style.Plain);
    }

    // Where there are no lines, the line before.
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Write(CommandConsole console, string mark, IReadOnlyList<string> lines, int start, int end, Style style)
    {
        for (var i = start; i < end; i++)
        {
            console.WriteLine(mark + lines[i].TrimEnd('\n'), style);
            if (!lines[i].EndsWith('\n'))
            {
                console.WriteLine("\\ No newline at end of file");
            }
        }
    }
}
