namespace PolicySdk.Addresses;

/// <summary>Writes IPv4 addresses in dotted decimal.</summary>
internal static class IPv4Format
{
    private const int Longest = 15;

    internal static string Format(uint value)
    {
        var text = new char[Longest];
        var start = Longest;
        for (var i = 0; i < 4; i++)
        {
            var part = (value >> (8 * i)) & 255;
            do
            {
                text[--start] = (char)('0' + (part % 10));
                part /= 10;
            }
            while (part > 0);
            if (i < 3)
            {
                text[--start] = '.';
            }
        }

        return new(text, start, Longest - start);
    }
}
