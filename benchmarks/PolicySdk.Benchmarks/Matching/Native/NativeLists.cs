using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Native;

/// <summary>
/// The lists that other programs look up in as well, as files of a folder: <c>NAME.prefixes</c>, one a line, <c>NAME.addresses</c>, random
/// hits as bytes in network order, and the project with the policies.
/// </summary>
internal static class NativeLists
{
    private static readonly (ListKind Kind, int Size)[] Shapes =
    [
        (ListKind.Prefixes, 4_096),
        (ListKind.Prefixes, 32_768),
        (ListKind.Prefixes, 262_144),
        (ListKind.WidePrefixes, 4_096),
        (ListKind.WidePrefixes, 32_768),
    ];

    internal static IEnumerable<AddressList> All => Shapes.Select(static shape => ListGenerator.Create(shape.Kind, shape.Size));

    internal static string PrefixesFile(string folder, AddressList list) => Path.Combine(folder, $"{list.Name}.prefixes");

    internal static string AddressesFile(string folder, AddressList list) => Path.Combine(folder, $"{list.Name}.addresses");

    internal static void Export(string folder)
    {
        AddressList[] lists = [.. All];
        CompiledLists.Build(folder, lists);
        foreach (var list in lists)
        {
            File.WriteAllLines(PrefixesFile(folder, list), list.Entries.Select(static prefix => prefix.Network.ToString()));
            File.WriteAllBytes(AddressesFile(folder, list), [.. Queries.Create(list, QueryKind.Hits).SelectMany(number => Prefix.Address(number, list.Width).GetAddressBytes())]);
        }
    }
}
