using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms.Grouped;

/// <summary>Many short lists in one set of tables, where a method for each would cost the compiler and the JIT too much: the runtime's <c>GroupedRanges</c>.</summary>
internal sealed class GroupedForm
{
    private readonly IpAddressFamily _family;
    private readonly List<CodedRange> _ranges;
    private readonly List<ulong> _groups = [0];
    private readonly RangeCodes? _codes;

    internal GroupedForm(IpAddressFamily family, IEnumerable<IReadOnlyList<CodedRange>> lists)
    {
        _family = family;
        _ranges = [];
        foreach (var list in lists)
        {
            _ranges.AddRange(list);
            _groups.Add((ulong)_ranges.Count);
        }

        _codes = _ranges.Count == 0 ? null : new(_ranges);
    }

    internal void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        var signature = $"private static int {name}(int client, {MatchForm.Parameters(_family)}) =>";
        if (_codes is null)
        {
            writer.Line($"{signature} None;");
            return;
        }

        var tables = Tables();
        var call = $"global::PolicySdk.Matching.GroupedRanges.Find({string.Join(", ", tables.Select(table => name + table.Suffix))}, client, {MatchForm.Arguments(_family)})";
        _codes.WriteSearch(writer, room, signature, name, call, tables);
    }

    /// <summary>The code that the written method answers.</summary>
    internal int Find(int group, IpAddressValue address)
    {
        var found = Enumerable.Range((int)_groups[group], (int)(_groups[group + 1] - _groups[group])).Where(index => _ranges[index].Addresses.Contains(address)).ToList();
        return found.Count == 0 ? MatchCode.None : _ranges[found[0]].Code;
    }

    private IReadOnlyList<NumberTable> Tables() => _family == IpAddressFamily.IPv4
        ?
        [
            new("Groups", 32, _groups),
            Table("Firsts", 32, static range => range.First.Lower),
            Table("Lasts", 32, static range => range.Last.Lower),
        ]
        :
        [
            new("Groups", 32, _groups),
            Table("FirstUppers", 64, static range => range.First.Upper),
            Table("FirstLowers", 64, static range => range.First.Lower),
            Table("LastUppers", 64, static range => range.Last.Upper),
            Table("LastLowers", 64, static range => range.Last.Lower),
        ];

    private NumberTable Table(string suffix, int bits, Func<CodedRange, ulong> number) => new(suffix, bits, _ranges.Select(number).ToList());
}
