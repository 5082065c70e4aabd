using System.Text;

namespace PolicySdk.Addresses;

/// <summary>Writes IPv6 addresses as RFC 5952 recommends: lower case, no leading zeros, the longest run of zeros shortened.</summary>
internal static class IPv6Format
{
    private const int GroupCount = 8;
    private const int Longest = 39;
    private const string Digits = "0123456789abcdef";

    internal static string Format(ulong upper, ulong lower)
    {
        var groups = new ulong[GroupCount];
        for (var i = 0; i < GroupCount; i++)
        {
            groups[i] = ((i < 4 ? upper : lower) >> (48 - (16 * (i % 4)))) & 0xFFFF;
        }

        var (start, length) = LongestZeroRun(groups);
        var text = new StringBuilder(Longest);
        if (length < 2)
        {
            return Append(text, groups, 0, GroupCount).ToString();
        }

        Append(text, groups, 0, start).Append("::");
        return Append(text, groups, start + length, GroupCount).ToString();
    }

    // RFC 5952 4.2.3: of equal runs the first is shortened.
    private static (int Start, int Length) LongestZeroRun(ulong[] groups)
    {
        var best = (Start: 0, Length: 0);
        for (var i = 0; i < GroupCount; i++)
        {
            var end = i;
            while (end < GroupCount && groups[end] == 0)
            {
                end++;
            }

            best = end - i > best.Length ? (i, end - i) : best;
        }

        return best;
    }

    private static StringBuilder Append(StringBuilder text, ulong[] groups, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            text.Append(i > start ? ":" : "");
            for (var shift = groups[i] > 0xFFF ? 12 : groups[i] > 0xFF ? 8 : groups[i] > 0xF ? 4 : 0; shift >= 0; shift -= 4)
            {
                text.Append(Digits[(int)(groups[i] >> shift) & 15]);
            }
        }

        return text;
    }
}
