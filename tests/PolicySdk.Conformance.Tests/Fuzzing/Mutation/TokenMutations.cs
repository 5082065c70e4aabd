namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Changes of words: keys, addresses, names, dates.</summary>
internal static class TokenMutations
{
    /// <summary>Puts a word of the dictionary in the place of another.</summary>
    internal static string Replace(string text, Random random, Seeds seeds) =>
        Find(text, random) is var (start, length) ? Splice(text, start, length, random.Pick(random.Pick(Tokens.Kinds))) : text;

    /// <summary>Puts a word of this file, or of another, in the place of one.</summary>
    internal static string Move(string text, Random random, Seeds seeds)
    {
        var source = random.OneIn(3) ? random.Pick(seeds.Texts) : text;
        return Find(text, random) is var (start, length) && Find(source, random) is var (from, count) ? Splice(text, start, length, source.Substring(from, count)) : text;
    }

    /// <summary>Lets two words of a file change their places.</summary>
    internal static string Swap(string text, Random random, Seeds seeds)
    {
        if (Find(text, random) is not var (left, leftLength) || Find(text, random) is not var (right, rightLength) || left + leftLength > right)
        {
            return text;
        }

        var (first, second) = (text.Substring(left, leftLength), text.Substring(right, rightLength));
        return Splice(Splice(text, right, rightLength, first), left, leftLength, second);
    }

    internal static string Quote(string text, Random random, Seeds seeds) =>
        Find(text, random) is var (start, length) ? Splice(text, start, length, string.Format(null, random.Pick(Tokens.Quotes), text.Substring(start, length))) : text;

    /// <summary>Puts one more field into a mapping that is written in braces.</summary>
    internal static string AddField(string text, Random random, Seeds seeds)
    {
        var brace = text.IndexOf('}', random.Next(text.Length + 1));
        return brace < 0 ? text : text.Insert(brace, Entries.Field(random));
    }

    /// <summary>The place of a word at or after a random place.</summary>
    private static (int Start, int Length)? Find(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        while (start < text.Length && !IsPart(text[start]))
        {
            start++;
        }

        while (start > 0 && start < text.Length && IsPart(text[start - 1]))
        {
            start--;
        }

        var end = start;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        // The colon of a key is none of its letters.
        end -= end - start > 1 && text[end - 1] == ':' ? 1 : 0;
        return end > start ? (start, end - start) : null;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '/' or '-' or '_';

    private static string Splice(string text, int start, int length, string by) => string.Concat(text.AsSpan(0, start), by, text.AsSpan(start + length));
}
