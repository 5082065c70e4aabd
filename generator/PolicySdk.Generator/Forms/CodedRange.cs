using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms;

/// <summary>The addresses from <paramref name="First"/> to <paramref name="Last"/>, which have one code.</summary>
internal readonly record struct CodedRange(IpAddressValue First, IpAddressValue Last, int Code)
{
    internal IpRange Addresses => new(First, Last);

    /// <summary>The segments of a list that some entry covers, in order.</summary>
    internal static IReadOnlyList<CodedRange> Of(EquatableArray<MatchSegment> segments)
    {
        var ranges = new List<CodedRange>(segments.Count / 2);
        for (var i = 0; i < segments.Count; i++)
        {
            var (first, code) = segments[i];
            if (code != MatchCode.None)
            {
                ranges.Add(new(first, i + 1 < segments.Count ? Before(segments[i + 1].First) : IpAddressValue.Max(first.Family), code));
            }
        }

        return ranges;
    }

    private static IpAddressValue Before(IpAddressValue next) =>
        next.TryPrevious(out var last) ? last : throw new InvalidOperationException("Segments are not in order.");
}
