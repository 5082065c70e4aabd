using System.Globalization;
using System.Text;
using PolicySdk.Addresses;

namespace PolicySdk.Cli.Reports;

/// <summary>A picture of IPv4 addresses as SVG: the whole space along a Hilbert curve. Narrower networks than /16 darken the cell of theirs.</summary>
internal static class AddressMap
{
    private const int Order = 8;
    private const int Side = 1 << Order;
    private const int CellBits = 16;

    internal static string Write(IpRangeSet set)
    {
        var svg = new StringBuilder();
        svg.Append($"""<svg viewBox="0 0 {Side} {Side}" role="img" aria-label="Allowed IPv4 addresses along a Hilbert curve" class="map">""").Append('\n');
        var cells = new SortedDictionary<uint, long>();
        foreach (var prefix in set.Where(static range => range.Family == IpAddressFamily.IPv4).SelectMany(static range => range.ToPrefixes()))
        {
            if (prefix.Length <= CellBits)
            {
                AppendWide(svg, prefix);
            }
            else
            {
                var cell = (uint)(prefix.Network.Lower >> CellBits);
                cells[cell] = cells.GetValueOrDefault(cell) + (1L << prefix.HostBits);
            }
        }

        foreach (var (cell, count) in cells)
        {
            AppendCell(svg, cell, count);
        }

        AppendGrid(svg);
        return svg.Append("</svg>").ToString();
    }

    // A prefix of odd length is two squares beside each other.
    private static void AppendWide(StringBuilder svg, IpPrefix prefix)
    {
        var even = prefix.Length + (prefix.Length & 1);
        var side = 1 << (Order - (even / 2));
        var first = even == 0 ? 0 : (uint)(prefix.Network.Lower >> (32 - even));
        for (var i = 0u; i <= even - prefix.Length; i++)
        {
            var (x, y) = HilbertCurve.Point(even / 2, first + i);
            svg.Append($"""<rect class="on" x="{x * side}" y="{y * side}" width="{side}" height="{side}"><title>{prefix}</title></rect>""").Append('\n');
        }
    }

    // By the logarithm: one address must be seen, too.
    private static void AppendCell(StringBuilder svg, uint cell, long count)
    {
        var (x, y) = HilbertCurve.Point(Order, cell);
        var opacity = 0.5 + (0.5 * Math.Log2(count) / CellBits);
        svg.Append(CultureInfo.InvariantCulture, $"""<rect class="on" x="{x - 0.5:0.0}" y="{y - 0.5:0.0}" width="2" height="2" opacity="{opacity:0.00}">""")
            .Append($"<title>{cell >> 8}.{cell & 255}.0.0/16: {count} addresses</title></rect>\n");
    }

    private static void AppendGrid(StringBuilder svg)
    {
        for (var octet = 0u; octet < 256; octet++)
        {
            var (x, y) = HilbertCurve.Point(Order / 2, octet);
            svg.Append($"""<rect class="cell" x="{x * 16}" y="{y * 16}" width="16" height="16"/>""")
                .Append($"""<text x="{(x * 16) + 1}" y="{(y * 16) + 5}">{octet}</text>""").Append('\n');
        }
    }
}
