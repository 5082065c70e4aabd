using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>How codes and boundaries of segments are written.</summary>
internal static class SegmentCode
{
    /// <summary>The C# expression of a code.</summary>
    internal static string Of(int code) =>
        code == MatchCode.None ? "None"
        : MatchCode.IsChoice(code, out var choice) ? $"Choice({CSharpText.Number(choice)})"
        : CSharpText.Number(code);

    internal static string Hex(uint value) => "0x" + value.ToString("X8", CultureInfo.InvariantCulture);

    internal static string Hex(ulong value) => "0x" + value.ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>The addresses from a segment to the one before the next, for a comment.</summary>
    internal static string Comment(IpAddressValue first, IpAddressValue next) =>
        " // " + new IpRange(first, next.TryPrevious(out var last) ? last : first);

    internal static string Comment(IpAddressValue first) => " // " + new IpRange(first, IpAddressValue.Max(first.Family));
}
