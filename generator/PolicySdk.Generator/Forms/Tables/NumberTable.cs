using System.Globalization;
using PolicySdk.Generator.Emission;

namespace PolicySdk.Generator.Forms.Tables;

/// <summary>Numbers that generated code reads: a property that stands in a string literal of escapes, the lowest 16 bits of each first.</summary>
/// <param name="suffix">What its name is called after the name of the list.</param>
/// <param name="bits">16, 32 or 64 of each number count.</param>
/// <param name="values">The numbers.</param>
internal sealed class NumberTable(string suffix, int bits, IReadOnlyList<ulong> values)
{
    private const int BitsOfCharacter = 16;
    private const string Digits = "0123456789ABCDEF";

    internal string Suffix => suffix;

    internal IReadOnlyList<ulong> Values => values;

    private string Type => bits switch { 16 => "ushort", 32 => "uint", _ => "ulong" };

    internal void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        writer.Line();
        if (room.TryTake(values.Count * (bits / BitsOfCharacter)))
        {
            writer.Line($"private static global::System.ReadOnlySpan<{Type}> {name}{suffix} => global::PolicySdk.Matching.LiteralTable.UInt{CSharpText.Number(bits)}(\"{Escape()}\");");
            return;
        }

        // The compiler takes more than twice as long where it has to think of null.
        writer.Line("#nullable disable");
        writer.Line($"private static global::System.ReadOnlySpan<{Type}> {name}{suffix} => [{string.Join(",", values.Select(value => Number(value).ToString(CultureInfo.InvariantCulture)))}];");
        writer.Line("#nullable enable");
    }

    private ulong Number(ulong value) => bits == 64 ? value : value & ((1UL << bits) - 1);

    private string Escape()
    {
        var text = new char[values.Count * (bits / BitsOfCharacter) * @"\u0000".Length];
        var next = 0;
        foreach (var value in values)
        {
            for (var shift = 0; shift < bits; shift += BitsOfCharacter)
            {
                text[next++] = '\\';
                text[next++] = 'u';
                for (var digit = BitsOfCharacter - 4; digit >= 0; digit -= 4)
                {
                    text[next++] = Digits[(int)(value >> (shift + digit)) & 0xF];
                }
            }
        }

        return new(text);
    }
}
