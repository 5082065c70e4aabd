using System.Globalization;

namespace PolicySdk.Addresses;

/// <summary>Writes IPv6 addresses as RFC 5952 recommends: lower case, no leading zeros, the longest run of zeros shortened.</summary>
internal static class IPv6Format
{
    private const int GroupCount = 8;

    internal static string Format(ulong upper, ulong lower)
    {
        var groups = new ulong[GroupCount];
        for (var i = 0; i < GroupCount; i++)
        {
            groups[i] = ((i < 4 ? upper : lower) >> (48 - (16 * (i % 4)))) & 0xFFFF;
        }

        var (start, length) = LongestZeroRun(groups);
        return length < 2
            ? Join(groups, 0, GroupCount)
            : Join(groups, 0, start) + "::" + Join(groups, start + length, GroupCount);
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

    private static string Join(ulong[] groups, int start, int end) =>
        string.Join(":", groups.Skip(start).Take(end - start).Select(static group => group.ToString("x", CultureInfo.InvariantCulture)));
}
