using System.Text;
using PolicySdk.Conformance.Tests.Fuzzing.Mutation;

namespace PolicySdk.Conformance.Tests.Fuzzing.Readers;

/// <summary>Texts with long lists of addresses: most lines alike, some odd, in every place where a list can stand or seem to stand.</summary>
internal static class ListTexts
{
    private const int MostLines = 90;

    /// <summary>What stands before lines that look like items; for some of them they are none.</summary>
    private static readonly string[] Heads =
    [
        "", "allow:\n", "policy: p\nallow:\n", "---\nallow:\n", "# List\n\nallow: # all\n", "clients:\n  a:\n    allow:\n", "allow: &a\n", "allow: !t\n", "note: |\n", "note: >-\n", "note: \"a\n", "note: 'a\n", "note: a\n", "allow: [\n",
        "allow:\n  - net: a\n    except:\n", "- a\n", "-\n", "- - 192.0.2.1\n", "? ", "a: [b]\nallow:\n", "a: {b: c}\nallow:\n", "%YAML 1.2\n---\nallow:\n", "é: 東\nallow:\n",
    ];

    private static readonly string[] Tails = ["", "", "block: [192.0.2.9]\n", "...\n", "---\n", "\"\n", "'\n", "]\n", "  \n# End", ": a\n", "      a\n", "  a: b\n", "a: [b\n", "expect:\n- {covers: 192.0.2.1}\n"];

    private static readonly string[] OddItems = ["::", "1:", "a: b", "a:", "fe80::", "-1", "--", "---", "- 192.0.2.1", "[192.0.2.1]", "{ip: 192.0.2.1}", "", "&a b", "*a", "!t b", "|", ">", "#", "192.0.2.1#a", "192.0.2.1 b", "\"192.0.2.1\" b", "\"192.0.2.1", "\"\"", "''", "<<", "? a", "a\tb"];

    private static readonly string[] OddLines = ["", "  ", "# Next", "  # Next", "    a", "\t", "---", "...", "a: b", "  a: b", "}", "%a"];

    internal static string Make(Random random)
    {
        var text = new StringBuilder();
        do
        {
            text.Append(random.OneIn(2) ? random.Pick(Heads) : "allow:\n");
            AppendLines(text, random);
            text.Append(random.OneIn(2) ? random.Pick(Tails) : "");
        }
        while (random.OneIn(3));

        return random.OneIn(4) ? text.ToString().Replace("\n", random.OneIn(4) ? "\r" : "\r\n", StringComparison.Ordinal) : text.ToString();
    }

    private static void AppendLines(StringBuilder text, Random random)
    {
        var indent = new string(' ', random.Pick([0, 2, 2, 4, 6]));
        var (oddness, quotedness) = (random.Pick([2_000, 300, 40]), random.Pick([1, 3, 1_000, 1_000]));
        for (var lines = random.Next(MostLines); lines > 0; lines--)
        {
            if (random.OneIn(oddness))
            {
                text.Append(random.Pick(OddLines)).Append('\n');
            }

            text.Append(random.OneIn(oddness) ? indent + " " : indent).Append("- ").Append(Item(random, oddness, quotedness)).Append(random.Pick(["", "", "", "  ", " # Rack", "  # 東 é", " #"])).Append(random.OneIn(oddness) ? "\r\n" : "\n");
        }
    }

    private static string Item(Random random, int oddness, int quotedness)
    {
        var address = random.Pick(random.OneIn(oddness) ? Tokens.OddAddresses : Tokens.Addresses);
        return random.OneIn(oddness) ? random.Pick(OddItems)
            : random.OneIn(quotedness) ? random.Pick(["\"", "'"]) is var quote ? quote + address + quote : ""
            : address;
    }
}
