using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PolicySdk;

/// <summary>
/// Looks an address up in a table of segments. A table is two string literals, which cost the compiler least: the sorted first
/// addresses of all segments but the one that starts at zero, and a code for each segment; both little-endian, two characters for
/// 32 bits.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IpRangeTable
{
    /// <summary>Finds the code of the segment that holds an IPv4 address.</summary>
    /// <param name="boundaries">The first address of each segment after the first, two characters each.</param>
    /// <param name="codes">The code of each segment, two characters each; one more than boundaries.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    public static int Find(string boundaries, string codes, uint address)
    {
        var table = MemoryMarshal.Cast<char, uint>(boundaries.AsSpan());
        var (low, high) = (0, table.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (Native(table[middle]) <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Code(codes, low);
    }

    /// <summary>Finds the code of the segment that holds an IPv6 address.</summary>
    /// <param name="uppers">The first eight bytes of each boundary, four characters each.</param>
    /// <param name="lowers">The last eight bytes of each boundary, four characters each.</param>
    /// <param name="codes">The code of each segment, two characters each; one more than boundaries.</param>
    /// <param name="upper">The first eight bytes of the address.</param>
    /// <param name="lower">The last eight bytes of the address.</param>
    public static int Find(string uppers, string lowers, string codes, ulong upper, ulong lower)
    {
        var upperTable = MemoryMarshal.Cast<char, ulong>(uppers.AsSpan());
        var lowerTable = MemoryMarshal.Cast<char, ulong>(lowers.AsSpan());
        var (low, high) = (0, upperTable.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var boundary = Native(upperTable[middle]);
            if (boundary < upper || (boundary == upper && Native(lowerTable[middle]) <= lower))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Code(codes, low);
    }

    private static int Code(string codes, int rank) => (int)Native(MemoryMarshal.Cast<char, uint>(codes.AsSpan())[rank]);

    // A character of the literal is stored in the machine's order, the two or four of a number are not.
    private static uint Native(uint value) =>
        BitConverter.IsLittleEndian ? value : (value << 16) | (value >> 16);

    private static ulong Native(ulong value) =>
        BitConverter.IsLittleEndian ? value : ((ulong)Native((uint)value) << 32) | Native((uint)(value >> 32));
}
