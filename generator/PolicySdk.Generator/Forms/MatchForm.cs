using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;

namespace PolicySdk.Generator.Forms;

/// <summary>One way to search a list of one family: what is emitted for it, and the same search done here.</summary>
internal abstract class MatchForm
{
    /// <summary>Writes the method and the tables that it reads.</summary>
    internal abstract void Write(SourceWriter writer, LiteralRoom room, string name);

    /// <summary>The code that the written method answers for an address, found here in the simplest way: what tests compare the runtime with.</summary>
    internal abstract int Find(IpAddressValue address);

    /// <summary>The head of the method.</summary>
    internal static string Signature(IpAddressFamily family, string name) => $"private static int {name}({Parameters(family)}) =>";

    /// <summary>An address of a family as a method takes it.</summary>
    internal static string Parameters(IpAddressFamily family) => family == IpAddressFamily.IPv4 ? "uint address" : "ulong upper, ulong lower";

    /// <summary>The same as it is handed on.</summary>
    internal static string Arguments(IpAddressFamily family) => family == IpAddressFamily.IPv4 ? "address" : "upper, lower";
}
