using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicySdk.Matching;

/// <summary>
/// Reads a table of numbers out of a string literal, the form that costs the compiler least: a number is one, two or four characters,
/// the lowest 16 bits first.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LiteralTable
{
    private static readonly ConditionalWeakTable<string, uint[]> ReorderedUInt32 = [];
    private static readonly ConditionalWeakTable<string, ulong[]> ReorderedUInt64 = [];

    /// <summary>A table of 16-bit numbers.</summary>
    public static ReadOnlySpan<ushort> UInt16(string text) => MemoryMarshal.Cast<char, ushort>(text.AsSpan());

    /// <summary>A table of 32-bit numbers.</summary>
    public static ReadOnlySpan<uint> UInt32(string text) =>
        BitConverter.IsLittleEndian ? MemoryMarshal.Cast<char, uint>(text.AsSpan()) : ReorderedUInt32.GetValue(text, ReorderUInt32);

    /// <summary>A table of 64-bit numbers.</summary>
    public static ReadOnlySpan<ulong> UInt64(string text) =>
        BitConverter.IsLittleEndian ? MemoryMarshal.Cast<char, ulong>(text.AsSpan()) : ReorderedUInt64.GetValue(text, ReorderUInt64);

    /// <summary>A text that was too long for a literal of characters; made anew each time.</summary>
    public static ReadOnlySpan<char> Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>The same on a machine whose highest byte comes first: a character is in the machine's order there, a number is not.</summary>
    internal static uint[] ReorderUInt32(string text)
    {
        var numbers = new uint[text.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = text[2 * i] | ((uint)text[(2 * i) + 1] << 16);
        }

        return numbers;
    }

    /// <inheritdoc cref="ReorderUInt32" />
    internal static ulong[] ReorderUInt64(string text)
    {
        var halves = ReorderUInt32(text);
        var numbers = new ulong[halves.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = halves[2 * i] | ((ulong)halves[(2 * i) + 1] << 32);
        }

        return numbers;
    }
}
