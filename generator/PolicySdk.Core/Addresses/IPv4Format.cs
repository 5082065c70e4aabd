namespace PolicySdk.Addresses;

/// <summary>Writes IPv4 addresses in dotted decimal, and prefixes with their length after a slash.</summary>
internal static class IPv4Format
{
    private const int Longest = 18;

    internal static string Format(uint value)
    {
        var text = new char[Longest];
        return From(text, Prepend(text, Longest, value));
    }

    internal static string Format(uint value, int length)
    {
        var text = new char[Longest];
        var slash = PrependNumber(text, Longest, (uint)length) - 1;
        text[slash] = '/';
        return From(text, Prepend(text, slash, value));
    }

    private static string From(char[] text, int start) => new(text, start, Longest - start);

    private static int Prepend(char[] text, int end, uint value)
    {
        for (var i = 0; i < 4; i++)
        {
            end = PrependNumber(text, end, (value >> (8 * i)) & 255);
            if (i < 3)
            {
                text[--end] = '.';
            }
        }

        return end;
    }

    private static int PrependNumber(char[] text, int end, uint number)
    {
        do
        {
            text[--end] = (char)('0' + (number % 10));
            number /= 10;
        }
        while (number > 0);
        return end;
    }
}
