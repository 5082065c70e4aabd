using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Changes of numbers: parts of addresses, lengths of prefixes, days.</summary>
internal static class NumberMutations
{
    private static readonly string[] Edges = ["0", "1", "00", "31", "32", "33", "64", "96", "127", "128", "129", "255", "256", "9999", "4294967296", "99999999999999999999"];

    /// <summary>Changes a number a little, or to where something ends.</summary>
    internal static string Change(string text, Random random, Seeds seeds)
    {
        var from = random.Next(text.Length + 1);
        var start = text.AsSpan(from).IndexOfAnyInRange('0', '9') + from;
        if (start < from)
        {
            return text;
        }

        var length = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text[start..] : text.Substring(start, length);
        return string.Concat(text.AsSpan(0, start), Change(digits, random), text.AsSpan(start + digits.Length));
    }

    /// <summary>Gives an address another prefix length.</summary>
    internal static string ChangePrefix(string text, Random random, Seeds seeds)
    {
        var slash = text.IndexOf('/', random.Next(text.Length + 1));
        if (slash < 0)
        {
            return text;
        }

        var end = slash + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return string.Concat(text.AsSpan(0, slash + 1), random.Next(130).ToString(CultureInfo.InvariantCulture), text.AsSpan(end));
    }

    private static string Change(string digits, Random random) => random.Next(4) switch
    {
        0 => random.Pick(Edges),
        1 => "0" + digits,
        _ => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue
            ? Math.Max(0, number + random.Next(-2, 3)).ToString("D" + digits.Length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : digits,
    };
}
