using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PolicySdk;

/// <summary>
/// Looks an address up in a table of segments: the sorted first addresses of all segments but the one that starts at zero, and a code
/// for each segment. A table is a set of string literals, which cost the compiler least (little-endian, two characters for 32 bits), or
/// of spans where it is too long for that.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IpRangeTable
{
    /// <summary>Finds the code of the segment that holds an IPv4 address.</summary>
    /// <param name="boundaries">The first address of each segment after the first, two characters each.</param>
    /// <param name="codes">The code of each segment, two characters each; one more than boundaries.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    public static int Find(string boundaries, string codes, uint address) =>
        Code(codes, Rank(MemoryMarshal.Cast<char, uint>(boundaries.AsSpan()), address, isText: true));

    /// <summary>Finds the code of the segment that holds an IPv4 address.</summary>
    /// <param name="boundaries">The first address of each segment after the first.</param>
    /// <param name="codes">The code of each segment; one more than boundaries.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    public static int Find(ReadOnlySpan<uint> boundaries, ReadOnlySpan<uint> codes, uint address) =>
        (int)codes[Rank(boundaries, address, isText: false)];

    /// <summary>Finds the code of the segment that holds an IPv6 address.</summary>
    /// <param name="uppers">The first eight bytes of each boundary, four characters each.</param>
    /// <param name="lowers">The last eight bytes of each boundary, four characters each.</param>
    /// <param name="codes">The code of each segment, two characters each; one more than boundaries.</param>
    /// <param name="upper">The first eight bytes of the address.</param>
    /// <param name="lower">The last eight bytes of the address.</param>
    public static int Find(string uppers, string lowers, string codes, ulong upper, ulong lower) =>
        Code(codes, Rank(MemoryMarshal.Cast<char, ulong>(uppers.AsSpan()), MemoryMarshal.Cast<char, ulong>(lowers.AsSpan()), upper, lower, isText: true));

    /// <summary>Finds the code of the segment that holds an IPv6 address.</summary>
    /// <param name="uppers">The first eight bytes of each boundary.</param>
    /// <param name="lowers">The last eight bytes of each boundary.</param>
    /// <param name="codes">The code of each segment; one more than boundaries.</param>
    /// <param name="upper">The first eight bytes of the address.</param>
    /// <param name="lower">The last eight bytes of the address.</param>
    public static int Find(ReadOnlySpan<ulong> uppers, ReadOnlySpan<ulong> lowers, ReadOnlySpan<uint> codes, ulong upper, ulong lower) =>
        (int)codes[Rank(uppers, lowers, upper, lower, isText: false)];

    // How many boundaries are at most the address: the index of its segment.
    private static int Rank(ReadOnlySpan<uint> boundaries, uint address, bool isText)
    {
        var (low, high) = (0, boundaries.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            (low, high) = Native(boundaries[middle], isText) <= address ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Rank(ReadOnlySpan<ulong> uppers, ReadOnlySpan<ulong> lowers, ulong upper, ulong lower, bool isText)
    {
        var (low, high) = (0, uppers.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var boundary = Native(uppers[middle], isText);
            var isAtMost = boundary < upper || (boundary == upper && Native(lowers[middle], isText) <= lower);
            (low, high) = isAtMost ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Code(string codes, int rank) => (int)Native(MemoryMarshal.Cast<char, uint>(codes.AsSpan())[rank], isText: true);

    // A character of a literal is stored in the machine's order, the two or four that make a number are not.
    private static uint Native(uint value, bool isText) =>
        BitConverter.IsLittleEndian || !isText ? value : (value << 16) | (value >> 16);

    private static ulong Native(ulong value, bool isText) =>
        BitConverter.IsLittleEndian || !isText ? value : ((ulong)Native((uint)value, isText) << 32) | Native((uint)(value >> 32), isText);
}
