namespace PolicySdk.Addresses;

/// <summary>A part of a text that knows where it stands, so that a fault can point into the whole.</summary>
internal readonly record struct IpTextSpan(string Text, int Start, int End)
{
    internal int Length => End - Start;

    internal char this[int index] => Text[Start + index];

    internal static IpTextSpan Of(string text) => new(text, 0, text.Length);

    internal int IndexOf(char value)
    {
        var index = Text.IndexOf(value, Start, Length);
        return index < 0 ? -1 : index - Start;
    }

    internal bool Contains(char value) => IndexOf(value) >= 0;

    internal bool Any(Func<char, bool> predicate)
    {
        for (var i = Start; i < End; i++)
        {
            if (predicate(Text[i]))
            {
                return true;
            }
        }

        return false;
    }

    internal IpTextSpan Slice(int start) => this with { Start = Start + start };

    internal IpTextSpan Slice(int start, int length) => new(Text, Start + start, Start + start + length);

    /// <summary>A fault about this part; if it is empty, about the character before it or else after it, so that there is one to show.</summary>
    internal IpTextFault Fault(IpTextFaultKind kind) =>
        Length > 0 || Text.Length == 0 ? new(kind, Start, Length) : new(kind, Math.Max(Start - 1, 0), 1);

    public override string ToString() => Text.Substring(Start, Length);
}
