namespace PolicySdk.Cli.Output;

/// <summary>What a change of a text changes, as <c>diff -u</c> shows it: one part with all changed lines, as edits of a list stand together.</summary>
internal static class LineDifference
{
    private const int Context = 3;
    private const int ShownLines = 200;

    /// <summary>Writes it; nothing for equal texts.</summary>
    internal static void Write(CommandConsole console, string path, string before, string after)
    {
        if (before == after)
        {
            return;
        }

        var (old, now) = (Lines(before), Lines(after));
        var first = 0;
        while (first < Math.Min(old.Length, now.Length) && old[first] == now[first])
        {
            first++;
        }

        var same = 0;
        while (same < Math.Min(old.Length, now.Length) - first && old[^(same + 1)] == now[^(same + 1)])
        {
            same++;
        }

        var start = Math.Max(0, first - Context);
        var tail = Math.Min(Context, same);
        console.WriteLine($"--- {path}");
        console.WriteLine($"+++ {path}");
        console.WriteLine($"@@ -{start + 1},{old.Length - same + tail - start} +{start + 1},{now.Length - same + tail - start} @@");
        WriteLines(console, ' ', old[start..first]);
        WriteLines(console, '-', old[first..^same]);
        WriteLines(console, '+', now[first..^same]);
        WriteLines(console, ' ', now[^same..(now.Length - same + tail)]);
    }

    private static string[] Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static void WriteLines(CommandConsole console, char sign, string[] lines)
    {
        foreach (var line in lines.Take(ShownLines))
        {
            console.WriteLine(sign + line.TrimEnd('\r'), sign switch
            {
                '-' => Spectre.Console.Color.Red,
                '+' => Spectre.Console.Color.Green,
                _ => Spectre.Console.Style.Plain,
            });
        }

        if (lines.Length > ShownLines)
        {
            console.WriteLine($"{sign}... {lines.Length - ShownLines} lines more");
        }
    }
}
