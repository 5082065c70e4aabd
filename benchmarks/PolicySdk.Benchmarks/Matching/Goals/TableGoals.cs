using System.Globalization;
using System.Text.RegularExpressions;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>The bytes of the tables that decisions read, by the generated source: escapes of string literals, and elements of spans.</summary>
internal static partial class TableGoals
{
    private const int SmallSize = 4_096;
    private const int SmallBytes = 16;
    private const int LargeBytes = 6;
    private const int LargeIndex = 256 * 1024;
    private const int WideBytes = 18;
    private const string ShuffledName = "shuffled-4096";

    private static readonly int[] Sizes = [512, SmallSize, 32_768, 262_144];

    internal static IEnumerable<AddressList> Lists =>
    [
        .. Sizes.SelectMany(static size => new[] { ListGenerator.Create(ListKind.Prefixes, size), ListGenerator.Create(ListKind.WidePrefixes, size) }),
        new(ShuffledName, ListGenerator.Create(ListKind.Prefixes, SmallSize).Prefixes, isShuffled: true),
    ];

    internal static IEnumerable<Goal> Measure(CompiledLists compiled) =>
    [
        .. Sizes.Select(size => Of(compiled, AddressList.NameOf(ListKind.Prefixes, size), ListKind.Prefixes, size)),
        Of(compiled, ShuffledName, ListKind.Prefixes, SmallSize, " in no order"),
        .. Sizes.Select(size => Of(compiled, AddressList.NameOf(ListKind.WidePrefixes, size), ListKind.WidePrefixes, size)),
    ];

    internal static long BytesOf(string source) =>
        2L * Escape().Count(source) + Span().Matches(source).Sum(static span => (long)SizeOf(span.Groups["type"].Value) * span.Groups["elements"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);

    private static Goal Of(CompiledLists compiled, string name, ListKind kind, int size, string order = "")
    {
        var bytes = BytesOf(compiled.GeneratedSource(name));
        var (limit, goal) = kind == ListKind.WidePrefixes ? ((long)WideBytes * size, $"≤ {WideBytes}")
            : size <= SmallSize ? ((long)SmallBytes * size, $"≤ {SmallBytes}")
            : ((long)LargeBytes * size + LargeIndex, $"≤ {LargeBytes} + 256 KiB");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"tables, {size:N0} {kind.Title()}{order}"),
            string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes"),
            "",
            string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)size:0.0} a range"),
            goal,
            bytes <= limit);
    }

    private static int SizeOf(string type) => type switch { "byte" => 1, "ushort" or "short" or "char" => 2, "uint" or "int" => 4, _ => 8 };

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escape();

    [GeneratedRegex(@"ReadOnlySpan<(?<type>byte|short|ushort|char|int|uint|long|ulong)>[^=;{}\[\]]*=>\s*\[(?<elements>[^\[\]]*)\]")]
    private static partial Regex Span();
}
