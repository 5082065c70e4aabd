namespace PolicySdk.Generator.Forms.Tables;

/// <summary>
/// How many characters of literals a source of a policy may still take: an assembly has room for 8 Mi of them in all (CS8103), of which
/// the policies leave some to the rest of the program. What finds no room is written otherwise, which costs the compiler several times as much.
/// </summary>
internal sealed class LiteralRoom(int characters)
{
    private const int OfTables = 9 * 256 * 1024;
    private const int OfEntries = 18 * 256 * 1024;
    private const int FewestParts = 3;

    private int _left = characters;

    /// <summary>Into how many parts the room is divided among so many policies: in large steps, so that a new file seldom changes what the others get.</summary>
    internal static int Parts(int policies)
    {
        var parts = FewestParts;
        while (parts < policies)
        {
            parts *= 4;
        }

        return parts;
    }

    internal static LiteralRoom ForTables(int parts) => new(OfTables / parts);

    internal static LiteralRoom ForEntries(int parts) => new(OfEntries / parts);

    internal bool TryTake(int characters)
    {
        var fits = characters <= _left;
        _left -= fits ? characters : 0;
        return fits;
    }
}
