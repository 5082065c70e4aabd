using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms.Switch;

/// <summary>The addresses whose upper half is at least <paramref name="Upper"/>, up to the next arm.</summary>
/// <param name="Upper">The first upper half.</param>
/// <param name="Code">The code of all of them, where <paramref name="Lower"/> is empty.</param>
/// <param name="Lower">For an arm of one upper half: the first lower half of each part and its code.</param>
internal sealed record IPv6Arm(ulong Upper, int Code, EquatableArray<(ulong Lower, int Code)> Lower);

/// <summary>Splits the segments of an IPv6 list into a decision on the upper half and, where needed, one on the lower half.</summary>
internal static class IPv6Arms
{
    internal static IReadOnlyList<IPv6Arm> Of(EquatableArray<MatchSegment> segments)
    {
        var arms = new List<IPv6Arm>();
        var code = MatchCode.None;
        foreach (var group in segments.GroupBy(static segment => segment.First.Upper))
        {
            var parts = group.Select(static segment => (segment.First.Lower, segment.Code)).ToList();
            if (parts.Exists(static part => part.Lower != 0))
            {
                var lower = parts[0].Lower == 0 ? parts : [(0UL, code), .. parts];
                Replace(arms, new(group.Key, MatchCode.None, lower.ToEquatableArray()));
                if (group.Key != ulong.MaxValue)
                {
                    arms.Add(new(group.Key + 1, parts[^1].Code, []));
                }
            }
            else
            {
                Replace(arms, new(group.Key, parts[0].Code, []));
            }

            code = parts[^1].Code;
        }

        return arms;
    }

    // An arm that the one before opened for what follows gives way where a segment starts exactly there.
    private static void Replace(List<IPv6Arm> arms, IPv6Arm arm)
    {
        if (arms.Count > 0 && arms[^1].Upper == arm.Upper)
        {
            arms.RemoveAt(arms.Count - 1);
        }

        arms.Add(arm);
    }
}
