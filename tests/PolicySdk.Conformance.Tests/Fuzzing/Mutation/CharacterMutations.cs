using System.Text;

namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Changes that know nothing of what they change.</summary>
internal static class CharacterMutations
{
    private const int Span = 12;

    internal static string InsertOdd(string text, Random random, Seeds seeds) => text.Insert(random.Next(text.Length + 1), random.Pick(Tokens.OddTexts));

    internal static string InsertMark(string text, Random random, Seeds seeds) => text.Insert(random.Next(text.Length + 1), random.Pick(Tokens.Marks));

    internal static string Replace(string text, Random random, Seeds seeds) =>
        ReplaceSpan(text, random, 1, ((char)random.Next(' ', '~' + 1)).ToString());

    internal static string Delete(string text, Random random, Seeds seeds) => ReplaceSpan(text, random, random.Next(1, Span), "");

    internal static string Repeat(string text, Random random, Seeds seeds)
    {
        var start = random.Next(text.Length + 1);
        var part = text.Substring(start, Math.Min(random.Next(1, Span), text.Length - start));
        return text.Insert(start, string.Concat(Enumerable.Repeat(part, random.Next(1, 4))));
    }

    internal static string Truncate(string text, Random random, Seeds seeds) => text[..random.Next(text.Length + 1)];

    /// <summary>Changes a byte of the file; what is no UTF-8 any more is read as the compiler reads it.</summary>
    internal static string FlipByte(string text, Random random, Seeds seeds)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string ReplaceSpan(string text, Random random, int length, string by)
    {
        var start = random.Next(text.Length + 1);
        return string.Concat(text.AsSpan(0, start), by, text.AsSpan(Math.Min(text.Length, start + length)));
    }
}
