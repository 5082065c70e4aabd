using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the matchers of all lists of a policy, and the way from a list's number to its matcher.</summary>
internal static class MatcherEmitter
{
    internal static void WriteMatchers(SourceWriter writer, LiteralRoom room, MatchPlan plan)
    {
        WriteFamily(writer, room, plan, IpAddressFamily.IPv4);
        WriteFamily(writer, room, plan, IpAddressFamily.IPv6);
    }

    private static void WriteFamily(SourceWriter writer, LiteralRoom room, MatchPlan plan, IpAddressFamily family)
    {
        var (parameters, arguments) = (MatchForm.Parameters(family), MatchForm.Arguments(family));

        // Without clients anyone is everybody: the same list.
        var isShared = plan.Clients.Count == 0;
        writer.Line();
        // What is inherited asks the same; this way the matchers are called by name, and the compiler can put them in place.
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override int FindListed{family}({parameters}) => Block{family}({arguments}) == None ? Allow{family}({arguments}) : None;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override int Match{family}(int list, {parameters}) => list switch");
        writer.Line($"BlockList => Block{family}({arguments}),");
        writer.Line(isShared ? $"AllowList or AnyoneList => Allow{family}({arguments})," : $"AllowList => Allow{family}({arguments}),");
        if (!isShared)
        {
            writer.Line($"AnyoneList => Anyone{family}({arguments}),");
        }

        ClientListsEmitter.WriteArms(writer, plan.Clients, family);
        writer.Close(";");
        WriteList(writer, room, plan.Block.Of(family), $"Block{family}");
        WriteList(writer, room, plan.Allow.Of(family), $"Allow{family}");
        if (!isShared)
        {
            WriteList(writer, room, plan.Anyone.Of(family), $"Anyone{family}");
        }

        ClientListsEmitter.WriteLists(writer, room, plan.Clients, family);
    }

    /// <summary>Writes the matcher of one list.</summary>
    internal static void WriteList(SourceWriter writer, LiteralRoom room, EquatableArray<MatchSegment> segments, string name)
    {
        writer.Line();
        FormPlanner.Plan(segments).Write(writer, room, name);
    }
}
