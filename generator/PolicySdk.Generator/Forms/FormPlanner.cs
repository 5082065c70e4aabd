using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Generator.Forms.BPlusTree;
using PolicySdk.Generator.Forms.Bucketed;
using PolicySdk.Generator.Forms.Constant;
using PolicySdk.Generator.Forms.Dxr;
using PolicySdk.Generator.Forms.Single;
using PolicySdk.Generator.Forms.Switch;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms;

/// <summary>
/// Chooses how a list is searched, by how many ranges it has and of what kind. A list that a reviewer reads line by line is a switch;
/// above that no branch of a switch can be foretold, and a table that is searched without branches is quicker.
/// </summary>
internal static class FormPlanner
{
    /// <summary>The arms of the longest switch: sixteen ranges, and the gaps before, between and after them.</summary>
    internal const int SwitchArms = 33;

    internal static MatchForm Plan(EquatableArray<MatchSegment> segments)
    {
        var family = segments[0].First.Family;
        var ranges = CodedRange.Of(segments);
        return ranges.Count == 0 ? new ConstantForm(family, MatchCode.None)
            : segments.Count == 1 ? new ConstantForm(family, segments[0].Code)
            : ranges.Count == 1 && (family == IpAddressFamily.IPv4 || SingleForm.Fits(ranges[0])) ? new SingleForm(ranges[0])
            : family == IpAddressFamily.IPv4 ? PlanIPv4(segments, ranges)
            : PlanIPv6(segments, ranges);
    }

    private static MatchForm PlanIPv4(EquatableArray<MatchSegment> segments, IReadOnlyList<CodedRange> ranges) =>
        segments.Count <= SwitchArms ? new IPv4SwitchForm(segments)
        : ranges.Count <= BucketedForm.MaximumRanges ? new BucketedForm(ranges)
        : new DxrForm(ranges);

    private static MatchForm PlanIPv6(EquatableArray<MatchSegment> segments, IReadOnlyList<CodedRange> ranges)
    {
        var arms = segments.Count <= SwitchArms ? IPv6Arms.Of(segments) : [];
        return arms.Count > 0 && arms.Sum(static arm => Math.Max(1, arm.Lower.Count)) <= SwitchArms ? new IPv6SwitchForm(arms) : new BPlusTreeForm(ranges);
    }
}
