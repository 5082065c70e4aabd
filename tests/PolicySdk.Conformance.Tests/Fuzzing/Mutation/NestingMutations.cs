using System.Text;

namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Nests what is there, up to more often than the language allows.</summary>
internal static class NestingMutations
{
    private const int Deepest = 40;

    private static readonly (string Open, string Close)[] Pairs = [("[", "]"), ("{a: ", "}"), ("- ", ""), ("{ip: 192.0.2.0/24, except: [", "]}"), ("[{net: ", "}]"), ("? ", "")];

    /// <summary>Puts brackets around the rest of a line.</summary>
    internal static string Wrap(string text, Random random, Seeds seeds)
    {
        var start = random.Next(text.Length + 1);
        var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
        var (open, close) = random.Pick(Pairs);
        var times = random.OneIn(3) ? random.Next(Deepest) : random.Next(1, 3);
        return new StringBuilder(text, 0, start, text.Length).Insert(start, open, times).Append(text, start, end - start)
            .Insert(start + (open.Length * times) + end - start, close, times).Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Writes an exception of an exception of an exception.</summary>
    internal static string Except(string text, Random random, Seeds seeds)
    {
        var brace = text.IndexOf('}', random.Next(text.Length + 1));
        if (brace < 0)
        {
            return text;
        }

        var (open, close) = (new StringBuilder(), new StringBuilder());
        for (var times = random.Next(1, Deepest / 2); times > 0; times--)
        {
            open.Append($", except: [{{ip: \"{random.Pick(Tokens.Addresses)}\"");
            close.Append("}]");
        }

        return text.Insert(brace, open.ToString() + close);
    }
}
