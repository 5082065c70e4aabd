using System.Text;
using PolicySdk.Yaml;

namespace PolicySdk.Conformance.Tests.Fuzzing.Readers;

/// <summary>Reads a text in every way there is, and compares all that can be seen of what was read.</summary>
internal static class BothReaders
{
    /// <summary>The fewest lines of which one can be left out.</summary>
    private const int Fewest = 3;

    /// <summary>Reads a text as files are read, and with runs as short as they get; throws where the event reader alone says another thing.</summary>
    /// <returns>Whether any line went past the YAML library.</returns>
    internal static bool Compare(string text)
    {
        var expected = YamlTextCheck.Find(text) is { } fault ? Describe((null, fault)) : Describe(YamlReader.ReadWhole(text));
        Compare(text, expected, Describe(YamlReader.Read(text)), "Read");
        if (YamlTextCheck.Find(text) is not null || YamlReader.ReadShortened(text, Fewest) is not { } read)
        {
            return false;
        }

        Compare(text, expected, Describe(read), "ReadShortened");
        return true;
    }

    private static void Compare(string text, string expected, string actual, string way)
    {
        if (expected != actual)
        {
            throw new FindingException($"{way} gives what the YAML library gives", new FuzzProject([(way, text)]) + $"--- The YAML library:\n{expected}--- {way}:\n{actual}");
        }
    }

    private static string Describe((YamlNode? Root, YamlFault? Fault) read)
    {
        var text = new StringBuilder();
        if (read.Fault is { } fault)
        {
            text.Append(fault).Append('\n');
        }

        Append(text, read.Root, "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, YamlNode? node, string indent)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(indent).Append(scalar.Range).Append($" plain {scalar.IsPlain} block {scalar.IsBlock} '{scalar.Text}'\n");
                break;
            case YamlSequence sequence:
                text.Append(indent).Append(sequence.Range).Append($" list of {sequence.Items.Count}\n");
                foreach (var item in sequence.Items)
                {
                    Append(text, item, indent + " ");
                }

                break;
            case YamlMapping mapping:
                text.Append(indent).Append(mapping.Range).Append($" mapping of {mapping.Pairs.Count}\n");
                foreach (var (key, value) in mapping.Pairs)
                {
                    Append(text, key, indent + " ");
                    Append(text, value, indent + "  ");
                }

                break;
            case null:
                text.Append(indent).Append("nothing\n");
                break;
            default:
                throw new NotSupportedException(node.Kind);
        }
    }
}
