namespace PolicySdk.Cli.Editing;

/// <summary>A part of a text that is replaced.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is; 0 inserts.</param>
/// <param name="Text">What stands there afterwards.</param>
internal readonly record struct TextEdit(int Start, int Length, string Text)
{
    internal int End => Start + Length;

    /// <summary>The text with all edits made; of two that touch the same characters the first one counts, and the other is left for another time.</summary>
    internal static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var position = 0;
        foreach (var (_, edit) in Apart(edits.Select(static edit => (0, edit))))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Those that don't touch the characters of one before, in the order of the text.</summary>
    internal static List<(T Item, TextEdit Edit)> Apart<T>(IEnumerable<(T Item, TextEdit Edit)> edits)
    {
        var apart = new List<(T Item, TextEdit Edit)>();
        foreach (var edit in edits.OrderBy(static edit => edit.Edit.Start).ThenBy(static edit => edit.Edit.Length))
        {
            if (apart.Count == 0 || edit.Edit.Start >= apart[^1].Edit.End)
            {
                apart.Add(edit);
            }
        }

        return apart;
    }
}
