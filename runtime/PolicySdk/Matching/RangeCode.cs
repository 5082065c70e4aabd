using System.ComponentModel;

namespace PolicySdk.Matching;

/// <summary>
/// From the index of a range to its code: an entry's index, or a choice. The search tables know ranges and gaps by how many of their ends
/// lie before an address: an even number of ends is a range's, an odd one a gap's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RangeCode
{
    private const int None = -1;

    /// <summary>The code where all ranges have the same.</summary>
    public static int Constant(int code, int range) => range < 0 ? None : code;

    /// <summary>The code where each range's is one more than that of the range before.</summary>
    public static int Consecutive(int first, int range) => range < 0 ? None : first + range;

    /// <summary>The code from a table of signed 16-bit numbers.</summary>
    public static int Of(ReadOnlySpan<ushort> codes, int range) => range < 0 ? None : (short)codes[range];

    /// <summary>The code from a table of signed 32-bit numbers.</summary>
    public static int Of(ReadOnlySpan<uint> codes, int range) => range < 0 ? None : (int)codes[range];

    /// <summary>The index of the range in which an address lies, or -1 for a gap; without a branch, as no processor could foretell it.</summary>
    /// <param name="ends">How many ends of ranges and of gaps, which take turns, lie before the address.</param>
    internal static int RangeAt(int ends) => (ends >> 1) | -(ends & 1);
}
