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
        foreach (var edit in edits.OrderBy(static edit => edit.Start).ThenBy(static edit => edit.Length).Where(edit => edit.Start >= position))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
