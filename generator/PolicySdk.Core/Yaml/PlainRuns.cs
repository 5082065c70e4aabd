namespace PolicySdk.Yaml;

/// <summary>Finds the long runs of plain lines in a text: what a reader can do without, once it knows the first of them to be an item of a list.</summary>
internal static class PlainRuns
{
    /// <summary>Fewer lines are read as fast by the YAML library.</summary>
    internal const int Shortest = 32;

    /// <summary>Finds the runs of at least so many lines, three or more.</summary>
    internal static IReadOnlyList<PlainRun> Find(string text, int shortest)
    {
        var runs = new List<PlainRun>();
        for (var place = 0; place < text.Length;)
        {
            if (PlainLine.TryRead(text, place, out var first))
            {
                place = AddRun(text, place, first, shortest, runs);
            }
            else
            {
                var lineEnd = text.IndexOf('\n', place);
                place = lineEnd < 0 ? text.Length : lineEnd + 1;
            }
        }

        return runs;
    }

    private static int AddRun(string text, int start, PlainLine first, int shortest, List<PlainRun> runs)
    {
        var (last, lastStart, count) = (first, start, 1);
        while (PlainLine.TryRead(text, last.Next, out var line) && Continues(first, line))
        {
            (last, lastStart, count) = (line, last.Next, count + 1);
        }

        if (count >= shortest)
        {
            runs.Add(new(first, last, lastStart, count - 2));
        }

        return last.Next;
    }

    // The library remembers what it read last until a text without quotes: one that comes first makes it forget the same as one in the middle.
    private static bool Continues(PlainLine first, PlainLine line) => line.Indent == first.Indent && (first.IsPlain || !line.IsPlain);
}

/// <summary>Plain lines of one indentation that follow each other.</summary>
/// <param name="First">The first line.</param>
/// <param name="Last">The last line.</param>
/// <param name="LastStart">Where the last line starts.</param>
/// <param name="Between">How many lines stand between the two.</param>
internal sealed record PlainRun(PlainLine First, PlainLine Last, int LastStart, int Between);
