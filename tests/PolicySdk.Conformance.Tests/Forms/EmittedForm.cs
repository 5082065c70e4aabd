using System.Globalization;
using System.Text.RegularExpressions;
using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>The code that a form writes, carried out without a compiler: its literals are read, and the runtime's kernel is called as it says.</summary>
internal sealed partial class EmittedForm
{
    private const string Name = "List";

    private readonly Dictionary<string, string> _tables;
    private readonly string _kernel;
    private readonly string[] _arguments;
    private readonly int[] _levels;
    private readonly string? _code;
    private readonly string _codeArgument;
    private readonly bool _hasShortCodes;

    internal EmittedForm(MatchForm form)
    {
        var text = TextOf(form);
        var call = Call().Match(text);
        Assert.True(call.Success, text);
        _tables = Table().Matches(text).ToDictionary(static table => table.Groups["name"].Value, static table => Unescape(table.Groups["text"].Value));
        (_kernel, _code, _codeArgument) = (call.Groups["kernel"].Value, call.Groups["code"].Success ? call.Groups["code"].Value : null, call.Groups["argument"].Value);
        _levels = [.. call.Groups["levels"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(static start => int.Parse(start, CultureInfo.InvariantCulture))];
        _hasShortCodes = text.Contains($"ReadOnlySpan<ushort> {_codeArgument} =>", StringComparison.Ordinal);
        _arguments = call.Groups["arguments"].Value.Split(", ");
    }

    /// <summary>What the code of a form is.</summary>
    internal static string TextOf(MatchForm form)
    {
        var writer = new SourceWriter();
        form.Write(writer, new LiteralRoom(int.MaxValue), Name);
        return writer.ToSourceText().ToString();
    }

    internal int Find(IpAddressValue address)
    {
        var range = FindRange(address.Upper, address.Lower);
        return _code switch
        {
            null => range,
            "Constant" => RangeCode.Constant(Code(_codeArgument), range),
            "Consecutive" => RangeCode.Consecutive(Code(_codeArgument), range),
            _ when _hasShortCodes => RangeCode.Of(LiteralTable.UInt16(_tables[_codeArgument]), range),
            _ => RangeCode.Of(LiteralTable.UInt32(_tables[_codeArgument]), range),
        };
    }

    private int FindRange(ulong upper, ulong lower) => (_kernel, _arguments.Length) switch
    {
        ("BucketIndex", 6) => BucketIndex.Find(LiteralTable.UInt16(Text(0)), LiteralTable.UInt32(Text(1)), (int)Argument(2), (uint)Argument(3), (uint)Argument(4), (uint)lower),
        ("Dxr", 5) => Dxr.Find(LiteralTable.UInt32(Text(0)), LiteralTable.UInt16(Text(1)), (uint)Argument(2), (uint)Argument(3), (uint)lower),
        ("BPlusTree", 3) => BPlusTree.Find(_levels, LiteralTable.UInt64(Text(0)), Argument(1), upper),
        ("BPlusTree", 6) => BPlusTree.Find(_levels, LiteralTable.UInt64(Text(0)), LiteralTable.UInt64(Text(1)), Argument(2), Argument(3), upper, lower),
        _ => throw new InvalidOperationException(_kernel),
    };

    private string Text(int index) => _tables[_arguments[index]];

    private ulong Argument(int index) => Number(_arguments[index]);

    private static int Code(string text) =>
        text.StartsWith("Choice(", StringComparison.Ordinal) ? MatchCode.OfChoice((int)Number(text["Choice(".Length..^1])) : (int)Number(text);

    private static ulong Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : ulong.Parse(text, CultureInfo.InvariantCulture);

    private static string Unescape(string escapes)
    {
        var text = new char[escapes.Length / 6];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)int.Parse(escapes.AsSpan((6 * i) + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return new(text);
    }

    [GeneratedRegex(@"=> (?:global::PolicySdk\.Matching\.RangeCode\.(?<code>\w+)\((?<argument>\w+(?:\(\d+\))?), )?global::PolicySdk\.Matching\.(?<kernel>\w+)\.Find\((?:\[(?<levels>[^]]*)\], )?(?<arguments>[^)]*)\)")]
    private static partial Regex Call();

    [GeneratedRegex("""(?<name>\w+) => global::PolicySdk\.Matching\.LiteralTable\.UInt\d+\("(?<text>[^"]*)"\)""")]
    private static partial Regex Table();
}
