namespace PolicySdk.Addresses;

/// <summary>
/// Reads what most entries are, an IPv4 address or prefix without a fault, in one pass. What it does not take is for
/// <see cref="IpEntryText"/> to read, which finds the fault.
/// </summary>
internal static class PlainIPv4
{
    private const int PartCount = 4;
    private const uint MostOfPart = 255;
    private const int Width = 32;

    internal static bool TryParse(string text, out IpRange range)
    {
        range = default;
        var place = 0;
        uint value = 0;
        for (var i = 0; i < PartCount; i++)
        {
            if ((i > 0 && !TrySkip(text, '.', ref place)) || !TryReadNumber(text, MostOfPart, ref place, out var part))
            {
                return false;
            }

            value = (value << 8) | part;
        }

        uint length = Width;
        if (place < text.Length && (!TrySkip(text, '/', ref place) || !TryReadNumber(text, Width, ref place, out length) || place < text.Length))
        {
            return false;
        }

        // A shift by 32 is one by 0.
        var host = length == Width ? 0 : uint.MaxValue >> (int)length;
        range = new(IpAddressValue.IPv4(value), IpAddressValue.IPv4(value | host));
        return (value & host) == 0;
    }

    private static bool TrySkip(string text, char mark, ref int place) => place < text.Length && text[place++] == mark;

    private static bool TryReadNumber(string text, uint most, ref int place, out uint number)
    {
        var start = place;
        for (number = 0; place < text.Length && text[place] is >= '0' and <= '9' && number <= most; place++)
        {
            number = (number * 10) + (uint)(text[place] - '0');
        }

        return place > start && number <= most && (text[start] != '0' || place == start + 1);
    }
}
