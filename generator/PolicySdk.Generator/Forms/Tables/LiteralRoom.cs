namespace PolicySdk.Generator.Forms.Tables;

/// <summary>
/// How many characters of literals a policy may still take: an assembly has room for 16 MiB of them in all (CS8103), and half of that
/// is left to the rest of the program. What finds no room is written as a span, which costs the compiler several times as much.
/// </summary>
internal sealed class LiteralRoom(int characters)
{
    private const int Characters = 4 * 1024 * 1024;

    private const int FewestParts = 4;

    private int _left = characters;

    /// <summary>Into how many parts the room is divided among so many policies: a power of two and not too few, so that a new file seldom changes what the others get.</summary>
    internal static int Parts(int policies)
    {
        var parts = FewestParts;
        while (parts < policies)
        {
            parts *= 2;
        }

        return parts;
    }

    internal static LiteralRoom OfOneAmong(int parts) => new(Characters / parts);

    internal bool TryTake(int characters)
    {
        var fits = characters <= _left;
        _left -= fits ? characters : 0;
        return fits;
    }
}
