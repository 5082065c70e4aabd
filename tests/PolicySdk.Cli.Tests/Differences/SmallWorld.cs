using CsCheck;

namespace PolicySdk.Cli.Tests.Differences;

/// <summary>Policies over a block of sixteen addresses, four days and three environments, and an oracle that decides by going through the entries.</summary>
internal static class SmallWorld
{
    /// <summary>The last one is after all that entries say.</summary>
    internal static readonly string[] Days = ["2030-01-01", "2030-01-02", "2030-01-03", "2030-01-04"];

    internal static readonly string[] Environments = ["Production", "Staging", "Elsewhere"];

    internal static readonly string?[] Clients = [null, "acme", "birch", "cedar"];

    internal static readonly Gen<World> Worlds =
        from allow in Entries(1, 4)
        from acme in Entries(0, 3)
        from birch in Entries(0, 3)
        from block in Entries(0, 2)
        select new World(allow, acme, birch, block);

    /// <summary>Two worlds, of which the second one has some lists of the first: most changes are of one list.</summary>
    internal static readonly Gen<(World, World)> Changes =
        from before in Worlds
        from after in Worlds
        from kept in Gen.Bool.Array[4]
        select (before, new World(kept[0] ? before.Allow : after.Allow, kept[1] ? before.Acme : after.Acme, kept[2] ? before.Birch : after.Birch, kept[3] ? before.Block : after.Block));

    private static Gen<Entry[]> Entries(int least, int most) =>
        (from first in Gen.Int[0, 15]
         from length in Gen.Int[0, 7]
         from start in Gen.Int[-1, 2]
         from end in Gen.Int[-1, 2]
         from environment in Gen.Int[0, 3]
         from hole in Gen.Int[-8, 15]
         select new Entry(first, Math.Min(15, first + length), start, end >= 0 && end < start ? start : end, environment < 2 ? Environments[environment] : null, hole)).Array[least, most];

    /// <summary>An entry; a day of -1 is none, and so is a hole outside of it, or one that would leave nothing.</summary>
    internal sealed record Entry(int First, int Last, int Start, int End, string? Environment, int Hole)
    {
        private bool HasHole => Hole >= First && Hole <= Last && First < Last;

        internal string Text => "{ip: " + (First == Last ? Address(First) : $"{Address(First)}-{Address(Last)}")
            + (HasHole ? $", except: [{Address(Hole)}]" : "") + (Start < 0 ? "" : $", from: {Days[Start]}") + (End < 0 ? "" : $", expires: {Days[End]}")
            + (Environment is null ? "" : $", only-in: {Environment}") + "}";

        internal bool Covers(int address, int day, string environment) =>
            First <= address && address <= Last && !(HasHole && address == Hole) && (Start < 0 || Start <= day) && (End < 0 || day <= End) && (Environment is null || Environment == environment);
    }

    internal sealed record World(Entry[] Allow, Entry[] Acme, Entry[] Birch, Entry[] Block)
    {
        internal string Text => "policy: api\n" + List("allow", "", Allow)
            + (Acme.Length + Birch.Length == 0 ? "" : "clients:\n" + Client("acme", Acme) + Client("birch", Birch)) + List("block", "", Block);

        /// <summary>Whether a client has a list; others have what callers without one have.</summary>
        internal bool Lists(string? client) => client switch { "acme" => Acme.Length > 0, "birch" => Birch.Length > 0, _ => false };

        public override string ToString() => Text;

        internal bool Allows(string? client, int address, int day, string environment)
        {
            var own = client switch { "acme" => Acme, "birch" => Birch, _ => [] };
            return Allow.Concat(own).Any(Covers) && !Block.Any(Covers);

            bool Covers(Entry entry) => entry.Covers(address, day, environment);
        }

        private static string Client(string name, Entry[] entries) => entries.Length == 0 ? "" : $"  {name}:\n{List("allow", "    ", entries)}";

        private static string List(string key, string indent, Entry[] entries) => entries.Length == 0 ? "" : $"{indent}{key}:\n{string.Concat(entries.Select(entry => $"{indent}  - {entry.Text}\n"))}";
    }

    internal static string Address(int index) => $"192.0.2.{64 + index}";
}
