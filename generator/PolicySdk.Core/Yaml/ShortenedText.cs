using System.Text;

namespace PolicySdk.Yaml;

/// <summary>
/// A text without the inner lines of its plain runs, for the YAML library, which takes ten times as long for a line as finding it does. The
/// first and the last line of each run remain: if the library gives both as items of one block list, next to each other, it would have given
/// the lines between them as items too.
/// </summary>
internal sealed class ShortenedText
{
    private readonly string _whole;
    private readonly IReadOnlyList<PlainRun> _runs;
    private readonly int[] _cuts;
    private readonly int[] _characters;
    private readonly int[] _lines;
    private int _filled;

    internal ShortenedText(string whole, IReadOnlyList<PlainRun> runs)
    {
        _whole = whole;
        _runs = runs;
        (_cuts, _characters, _lines) = (new int[runs.Count], new int[runs.Count], new int[runs.Count]);
        var text = new StringBuilder();
        var (start, lines) = (0, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            text.Append(whole, start, runs[i].First.Next - start);
            (start, lines) = (runs[i].LastStart, lines + runs[i].Between);
            (_cuts[i], _characters[i], _lines[i]) = (text.Length, start - text.Length, lines);
        }

        Text = text.Append(whole, start, whole.Length - start).ToString();
    }

    internal string Text { get; }

    /// <summary>Whether all that was left out is back in its lists.</summary>
    internal bool IsFilled => _filled == _runs.Count;

    /// <summary>The place in the whole text.</summary>
    internal TextRange Restore(TextRange range)
    {
        var (before, end) = (CutsUpTo(range.Start), CutsUpTo(range.Start + range.Length));
        return before + end == 0 ? range : new(
            range.Start + At(_characters, before),
            range.Length + At(_characters, end) - At(_characters, before),
            range.Line + At(_lines, before),
            range.Column,
            range.EndLine + At(_lines, end),
            range.EndColumn);
    }

    /// <summary>Puts the lines of a run back before the last of them, where that is to follow the first in a block list.</summary>
    internal void Fill(YamlContainer? list, YamlScalar next)
    {
        if (IsFilled || _runs[_filled].Last.Start != next.Range.Start)
        {
            return;
        }

        var run = _runs[_filled];
        if (list is { IsMapping: false, IsFlow: false, Last: YamlScalar { Range: var first } } && first.Start == run.First.Start && first.Length == run.First.Length)
        {
            AddLines(run, first.Line, list);
            _filled++;
        }
    }

    private void AddLines(PlainRun run, int firstLine, YamlContainer list)
    {
        list.Reserve(run.Between);
        var start = run.First.Next;
        for (var i = 1; i <= run.Between; i++)
        {
            _ = PlainLine.TryRead(_whole, start, out var line);
            var (number, column, quote) = (firstLine + i, line.Start - start, line.IsPlain ? 0 : 1);
            var range = new TextRange(line.Start, line.Length, number, column, number, column + line.Length);
            list.Add(new YamlScalar(range, _whole.Substring(line.Start + quote, line.Length - (2 * quote)), line.IsPlain, isBlock: false));
            start = line.Next;
        }
    }

    private int CutsUpTo(int place)
    {
        var index = Array.BinarySearch(_cuts, place);
        return index < 0 ? ~index : index + 1;
    }

    private static int At(int[] sums, int cuts) => cuts == 0 ? 0 : sums[cuts - 1];
}
